import { beforeEach, expect, test } from 'vitest'
import { failed, ok } from '../../../contract/boundary/result.ts'
import { verbatim } from '../../../core/sentence/sentence.ts'
import { say } from '../../../contract/words/say.ts'
import type { TrackerClient } from './tracker-client.ts'
import { superviseTracker, type SupervisorNews } from './tracker-supervisor.ts'

/** Processes that answer pings until told otherwise, and a clock that only the test moves. */
class Stage {
  nowMs = 0
  opened = 0
  canOpen = true
  answers = true
  killed = 0
  tokens: string[] = []
  readonly news: SupervisorNews[] = []
  #timers: { atMs: number; act: () => void }[] = []
  #end = (): void => undefined

  readonly supervisor = superviseTracker({
    what: say('Hand tracking'),
    open: () => {
      this.opened += 1
      return Promise.resolve(
        this.canOpen ? ok(this.#client()) : failed(verbatim('The model is missing.')),
      )
    },
    onNews: (news) => this.news.push(news),
    nowMs: () => this.nowMs,
    after: (delayMs, act) => {
      const timer = { atMs: this.nowMs + delayMs, act }
      this.#timers.push(timer)
      return () => {
        this.#timers = this.#timers.filter((other) => other !== timer)
      }
    },
  })

  #client(): TrackerClient {
    let pong = (): void => undefined
    this.#end = () => undefined
    return {
      pid: 1000 + this.opened,
      port: 4000,
      admit: (token) => this.tokens.push(token),
      ping: () => {
        if (this.answers) pong()
      },
      onPong: (listener) => (pong = listener),
      onEnd: (listener) => (this.#end = listener),
      kill: () => {
        this.killed += 1
        this.#end()
      },
    }
  }

  crash(): void {
    this.#end()
  }

  async pass(ms: number): Promise<void> {
    const endMs = this.nowMs + ms
    await settled()
    for (;;) {
      const next = this.#timers.toSorted((a, b) => a.atMs - b.atMs)[0]
      if (!next || next.atMs > endMs) break
      this.nowMs = next.atMs
      this.#timers = this.#timers.filter((timer) => timer !== next)
      next.act()
      await settled()
    }
    this.nowMs = endMs
  }

  kinds(): string[] {
    return this.news.map(({ kind }) => kind)
  }
}

/** Lets promises that are already resolved be heard. */
const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

let stage: Stage
beforeEach(async () => {
  stage = new Stage()
  await stage.pass(0)
})

test('lets a page in once the process is up', () => {
  expect(stage.kinds()).toEqual(['up'])
  expect(stage.supervisor.admit('secret')).toEqual({ port: 4000 })
  expect(stage.tokens).toEqual(['secret'])
})

test('leaves a process alone that answers', async () => {
  await stage.pass(60_000)
  expect([stage.opened, stage.killed]).toEqual([1, 0])
})

test('kills a process that has not answered for two seconds, and starts another', async () => {
  await stage.pass(10_000)
  stage.answers = false
  await stage.pass(1900)
  expect(stage.killed).toBe(0)
  await stage.pass(700)
  expect(stage.killed).toBe(1)
  expect(stage.news.at(-1)).toEqual({
    kind: 'down',
    message: 'Hand tracking stopped answering. It is being restarted.',
  })
  expect(stage.supervisor.admit('secret')).toBeUndefined()
  stage.answers = true
  await stage.pass(300)
  expect(stage.opened).toBe(2)
  expect(stage.kinds()).toEqual(['up', 'down', 'up'])
})

test('starts anew after a crash, waits longer after a second one, gives up at the third', async () => {
  stage.crash()
  expect(stage.kinds()).toEqual(['up', 'down'])
  await stage.pass(249)
  expect(stage.opened).toBe(1)
  await stage.pass(1)
  expect(stage.opened).toBe(2)
  stage.crash()
  await stage.pass(499)
  expect(stage.opened).toBe(2)
  await stage.pass(1)
  stage.crash()
  expect(stage.news.at(-1)).toEqual({
    kind: 'given-up',
    message: 'Hand tracking ended unexpectedly three times in 5 minutes.',
  })
  await stage.pass(600_000)
  expect(stage.opened).toBe(3)
})

test('gives up at once on what cannot start', async () => {
  stage.canOpen = false
  stage.crash()
  await stage.pass(1000)
  expect(stage.news.at(-1)).toEqual({ kind: 'given-up', message: 'The model is missing.' })
})

test('closing ends the process and says nothing more', async () => {
  stage.supervisor.close()
  await stage.pass(10_000)
  expect(stage.killed).toBe(1)
  expect([stage.opened, stage.kinds()]).toEqual([1, ['up']])
})
