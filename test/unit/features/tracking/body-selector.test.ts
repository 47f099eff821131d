import { beforeEach, expect, test } from 'vitest'
import { shippedProject } from '../../../support/hand/stage.ts'
import { withArmsUp } from '../../../support/body/body-project.ts'
import type { StageProblem } from '../../../../src/contract/channels/status.ts'
import type { SupervisorNews } from '../../../../src/main/features/tracking/tracker-supervisor.ts'
import { BodySelector } from '../../../../src/main/features/tracking/body-selector.ts'
import { verbatim } from '../../../../src/core/sentence/sentence.ts'

/** A selector whose process the test starts and ends; what it tells the page is written down. */
class Stage {
  readonly said: string[] = []
  readonly problems: StageProblem[] = []
  isUp = true
  hear: (news: SupervisorNews) => void = () => undefined
  readonly selector: BodySelector

  constructor(choice: 'native' | 'mediapipe' | 'auto') {
    this.selector = new BodySelector(
      {
        subject: 'bodies',
        model: () => Promise.resolve({ kind: 'found', url: '/models/pose.task' }),
        startNative: (hear) => {
          this.said.push('start process')
          this.hear = hear
          return {
            admit: () => (this.isUp ? { port: 5001 } : undefined),
            pid: () => undefined,
            close: () => this.said.push('end process'),
          }
        },
        newToken: () => 'token',
        command: (command) => {
          const names = command.kind === 'track' ? [command.tracker] : []
          const all = command.kind === 'measure' ? command.trackers : names
          this.said.push([command.kind, ...all.map(({ name }) => name)].join(' '))
        },
        pace: (perSecond) => this.said.push(`${perSecond} a second`),
        remember: (name) => this.said.push(`remember ${name}`),
        report: (problem) => this.problems.push(problem),
        clearProblems: () => undefined,
        letGo: () => undefined,
      },
      choice,
    )
  }

  /** What was said, once everything that was begun is done. */
  async take(): Promise<string[]> {
    await new Promise((resolve) => setImmediate(resolve))
    return this.said.splice(0)
  }
}

const plain = shippedProject('desktop')
let stage: Stage
beforeEach(() => (stage = new Stage('mediapipe')))

test('runs nothing for a project of hands while nobody looks', async () => {
  stage.selector.follow(plain)
  expect(await stage.take()).toEqual(['rest'])
})

test('tracks for whoever looks, at full rate, and rests when nobody does any more', async () => {
  stage.selector.follow(plain)
  stage.selector.watch(true)
  expect(await stage.take()).toEqual(['rest', '30 a second', 'track mediapipe'])
  stage.selector.watch(false)
  expect(await stage.take()).toEqual(['rest'])
})

test('tracks for a project that something of bodies is bound in, at a modest rate', async () => {
  stage.selector.follow(withArmsUp(plain))
  expect(await stage.take()).toEqual(['12 a second', 'track mediapipe'])
  stage.selector.watch(true)
  expect(await stage.take()).toEqual(['30 a second'])
  stage.selector.watch(false)
  expect(await stage.take()).toEqual(['12 a second'])
  stage.selector.follow(plain)
  expect(await stage.take()).toEqual(['rest'])
})

test('a binding that is switched off wants no bodies', async () => {
  stage.selector.follow({ ...withArmsUp(plain), gesturesEnabled: false })
  expect(await stage.take()).toEqual(['rest'])
})

test('ends its process when nobody wants bodies, and starts it for the next who does', async () => {
  stage = new Stage('native')
  stage.selector.watch(true)
  expect(await stage.take()).toEqual(['30 a second', 'start process', 'track native'])
  stage.selector.watch(false)
  expect(await stage.take()).toEqual(['end process', 'rest'])
  stage.selector.watch(true)
  expect(await stage.take()).toEqual(['30 a second', 'start process', 'track native'])
})

test('both are timed at first, the faster is remembered', async () => {
  stage = new Stage('auto')
  stage.selector.watch(true)
  expect((await stage.take()).at(-1)).toBe('measure native mediapipe')
  stage.selector.useTimings([
    { name: 'native', medianMs: 12 },
    { name: 'mediapipe', medianMs: 60 },
  ])
  expect(await stage.take()).toEqual(['remember native', 'track native'])
  stage.selector.watch(false)
  stage.selector.watch(true)
  expect((await stage.take()).at(-1)).toBe('track native')
})

test('who stopped looking before the model was found starts nothing', async () => {
  stage.selector.watch(true)
  stage.selector.watch(false)
  expect(await stage.take()).toEqual(['30 a second', 'rest'])
})

test('goes on with the other one when its process keeps ending, and says that it is about bodies', async () => {
  stage = new Stage('native')
  stage.selector.watch(true)
  await stage.take()
  stage.hear({ kind: 'given-up', message: verbatim('Body tracking ended.') })
  expect(await stage.take()).toEqual(['track mediapipe'])
  expect(stage.problems).toMatchObject([
    { stage: 'body', fix: 'Choose the native tracker again on the page “Body”.' },
  ])
})
