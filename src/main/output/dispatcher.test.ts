import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import type { Effect } from '../../core/action/effect.ts'
import { createDispatcher, type Dispatcher, type DispatcherOptions } from './dispatcher.ts'
import { createDryRunSinks } from './dry-run-sinks.ts'
import type { Sinks } from './sink.ts'

const DESKTOP = { left: -100, top: 0, width: 1100, height: 800 }
const AT = { x: 10, y: 10 }
const move = (x: number): Effect => ({ kind: 'pointer.move', to: { x, y: 0 } })
const press: Effect = { kind: 'pointer.press', button: 'left', at: AT }
const release: Effect = { kind: 'pointer.release', button: 'left' }
const click: Effect = { kind: 'pointer.click', button: 'left', count: 1, at: AT }

/** Sinks that write down what reaches them, wait when told to, and fail when told to. */
function recordingSinks() {
  const log: string[] = []
  let fails: (what: string) => boolean = () => false
  let gate: Promise<void> = Promise.resolve()
  const act = async (what: string): Promise<void> => {
    await gate
    if (fails(what)) throw new Error(`${what} refused`)
    log.push(what)
  }
  const sinks: Sinks = {
    pointer: {
      move: (to) => act(`move ${to.x},${to.y}`),
      press: (button, at) => act(`press ${button} ${at.x},${at.y}`),
      release: (button) => act(`release ${button}`),
      click: (button, count) => act(`click ${button} ${count}`),
      scroll: (right, down) => act(`scroll ${right},${down}`),
      position: () => Promise.resolve(AT),
    },
    keyboard: {
      press: (keys) => act(`down ${keys.join('+')}`),
      release: (keys) => act(`up ${keys.join('+')}`),
      chord: (keys) => act(`chord ${keys.join('+')}`),
      type: (text) => act(`type ${text}`),
    },
    volume: {
      ...createDryRunSinks().volume,
      set: (level) => act(`volume ${level}`),
      step: (step) => act(`step ${step.toFixed(2)}`),
      mute: (muted) => act(`mute ${muted}`),
    },
    media: { send: (command) => act(command) },
    launcher: { open: (target) => act(`open ${target}`) },
  }
  return {
    log,
    sinks,
    failWhen: (test: (what: string) => boolean) => void (fails = test),
    /** Everything waits until the returned function is called. */
    hold: (): (() => void) => {
      let open = (): void => undefined
      gate = new Promise((resolve) => (open = resolve))
      return () => open()
    },
  }
}

function stage(options: Partial<DispatcherOptions> = {}) {
  const recording = recordingSinks()
  let nowMs = 0
  const dispatcher = createDispatcher({
    sinks: recording.sinks,
    desktop: DESKTOP,
    nowMs: () => nowMs,
    retryMs: 1,
    ...options,
  })
  const problems: string[] = []
  dispatcher.onProblem((problem) => problems.push(`${problem.severity}: ${problem.message}`))
  return {
    ...recording,
    dispatcher,
    problems,
    wait: (ms: number) => (nowMs += ms),
    send: (...effects: readonly Effect[]) => sendTo(dispatcher, effects),
  }
}

function sendTo(dispatcher: Dispatcher, effects: readonly Effect[]): Promise<void> {
  for (const effect of effects) dispatcher.dispatch({ effect, atMs: 0, cause: 'test' })
  return dispatcher.idle()
}

describe('the order of effects', () => {
  it('carries pointer and keys out one after another', async () => {
    const { send, log } = stage()
    await send(press, move(20), release, { kind: 'key.chord', keys: ['control', 'c'] }, click)
    expect(log).toEqual([
      'press left 10,10',
      'move 20,0',
      'release left',
      'chord control+c',
      'click left 1',
    ])
  })

  it('replaces a waiting move by a newer one, never across a press', async () => {
    const { send, log, hold } = stage()
    const go = hold()
    const sent = send(move(1), move(2), move(3), press, move(4), move(5), release)
    go()
    await sent
    expect(log).toEqual(['move 1,0', 'move 3,0', 'press left 10,10', 'move 5,0', 'release left'])
  })

  it('adds waiting scrolls and volume steps up', async () => {
    const { send, log, hold } = stage()
    const go = hold()
    const scroll: Effect = { kind: 'pointer.scroll', rightNotches: 1, downNotches: 2 }
    const step: Effect = { kind: 'volume.step', stepRatio: 0.05 }
    const sent = send(scroll, scroll, scroll, step, step, step)
    go()
    await sent
    expect(log.toSorted()).toEqual(['scroll 1,2', 'scroll 2,4', 'step 0.05', 'step 0.10'])
  })

  it('does not let a slow mixer hold up the pointer', async () => {
    const { dispatcher, sinks, log } = stage()
    let open = (): void => undefined
    const slow = new Promise<void>((resolve) => (open = resolve))
    Object.assign(sinks.volume, { set: () => slow })
    void sendTo(dispatcher, [{ kind: 'volume.set', levelRatio: 0.5 }, move(7)])
    await Promise.resolve()
    expect(log).toEqual(['move 7,0'])
    open()
    await dispatcher.idle()
  })

  it('tells what was done only after it was done', async () => {
    const { dispatcher, log } = stage()
    const seen: [string, number][] = []
    dispatcher.onDone(({ caused }) => seen.push([caused.effect.kind, log.length]))
    await sendTo(dispatcher, [move(1), press, { kind: 'mode', mode: 'paused' }])
    expect(seen).toEqual([
      ['pointer.move', 1],
      ['pointer.press', 2],
      ['mode', 2],
    ])
  })
})

describe('what may reach the system', () => {
  it('clamps and rounds coordinates to the desktop', async () => {
    const { send, log } = stage()
    await send({ kind: 'pointer.move', to: { x: -400.4, y: 900 } })
    await send({ ...press, at: { x: 5000, y: 12.6 } })
    expect(log).toEqual(['move -100,799', 'press left 999,13'])
  })

  it.each([NaN, Infinity, -Infinity])('drops %s and says so', async (x) => {
    const { send, log, problems } = stage()
    await send({ kind: 'pointer.move', to: { x, y: 0 } }, { ...press, at: { x, y: 0 } }, release)
    expect(log).toEqual([])
    expect(problems).toHaveLength(2)
  })

  it('refuses unknown keys by name', async () => {
    const { send, log, problems } = stage()
    await send({ kind: 'key.chord', keys: ['control', 'flux'] })
    expect(log).toEqual([])
    expect(problems).toEqual(['medium: There is no key called "flux". (test)'])
  })

  it('caps clicks, says how many it left out, and lets them pass again later', async () => {
    const { send, log, problems, wait } = stage({ caps: { click: { count: 2, perMs: 1000 } } })
    await send(click, click, click, click)
    expect(log).toHaveLength(2)
    expect(problems).toEqual(['low: Too many clicks: 1 left out (at most 2 in 1000 ms).'])
    wait(1000)
    await send(click)
    expect(log).toHaveLength(3)
  })

  it('never caps a release, and does not release what a capped press never held', async () => {
    const { send, log } = stage({ caps: { click: { count: 1, perMs: 1000 } } })
    await send(press, release, press, release)
    expect(log).toEqual(['press left 10,10', 'release left'])
  })

  it('leaves a key held that a chord shares', async () => {
    const { send, log, dispatcher } = stage()
    await send(
      { kind: 'key.press', keys: ['control'] },
      { kind: 'key.chord', keys: ['control', 'c'] },
    )
    expect(log).toEqual(['down control', 'chord c'])
    expect(dispatcher.held().keys).toEqual(['control'])
  })
})

describe('letting go', () => {
  it('forgets what waits and releases what is held, keys and buttons', async () => {
    const { dispatcher, log, hold, send } = stage()
    await send(press, { kind: 'key.press', keys: ['control', 'shift'] })
    const go = hold()
    void send(move(1), move(2), { kind: 'pointer.press', button: 'right', at: AT }, click)
    const released = dispatcher.releaseAll('paused')
    go()
    await released
    await dispatcher.idle()
    expect(log.slice(2)).toEqual(['move 1,0', 'release left', 'up shift', 'up control'])
    expect(dispatcher.held()).toEqual({ buttons: [], keys: [] })
  })

  it('waits for a press that is on its way, then releases it', async () => {
    const { dispatcher, log, hold, send } = stage()
    const go = hold()
    void send(press)
    const released = dispatcher.releaseAll('hand lost')
    go()
    await released
    expect(log).toEqual(['press left 10,10', 'release left'])
  })

  it('keeps a button in the account until its release worked, and tries again', async () => {
    const { dispatcher, log, failWhen, send, problems } = stage()
    let refusals = 3
    failWhen((what) => what === 'release left' && (refusals -= 1) >= 0)
    await send(press, release)
    expect(dispatcher.held().buttons).toEqual(['left'])
    await send(move(5))
    await new Promise<void>((resolve) => {
      const look = (): void =>
        void (dispatcher.held().buttons.length === 0 ? resolve() : setTimeout(look, 1))
      look()
    })
    expect(log).toEqual(['press left 10,10', 'move 5,0', 'release left'])
    expect(problems).toEqual(['high: pointer.release (test) did not work: release left refused'])
  })

  it('releases even after a press that failed, since it may have happened', async () => {
    const { dispatcher, log, failWhen, send } = stage()
    failWhen((what) => what.startsWith('press'))
    await send(press, move(3), release)
    expect(log).toEqual(['move 3,0', 'release left'])
    expect(dispatcher.held()).toEqual({ buttons: [], keys: [] })
  })

  it('lets a new press claim what an earlier failed release left held', async () => {
    const { dispatcher, failWhen, send } = stage({ retryMs: 100_000 })
    failWhen((what) => what.startsWith('release'))
    await send(press, release, press)
    failWhen(() => false)
    expect(dispatcher.held().buttons).toEqual(['left'])
    await send(release)
    expect(dispatcher.held().buttons).toEqual([])
    await dispatcher.close()
  })

  it('goes on when a sink throws in the middle of a drag', async () => {
    const { log, failWhen, send } = stage()
    failWhen((what) => what.startsWith('move'))
    await send(press, move(5), release, click)
    expect(log).toEqual(['press left 10,10', 'release left', 'click left 1'])
  })

  it('says so when it cannot let go, and still answers', async () => {
    const { dispatcher, failWhen, send, problems } = stage()
    failWhen((what) => what.startsWith('release'))
    await send(press)
    await dispatcher.releaseAll('quit')
    expect(problems.at(-1)).toBe(
      'fatal: Could not let go (quit): left button: release left refused',
    )
    failWhen(() => false)
    await dispatcher.close()
  })

  it('lets go when it is closed, and takes nothing more', async () => {
    const { dispatcher, log, send } = stage()
    await send(press)
    await dispatcher.close()
    await send(click)
    expect(log).toEqual(['press left 10,10', 'release left'])
  })

  it('holds nothing after any run of effects, failures and releases', async () => {
    const effect = fc.constantFrom<Effect | 'release-all'>(
      ...[press, release, click, move(1), 'release-all' as const],
      { kind: 'pointer.press', button: 'right', at: AT },
      { kind: 'pointer.release', button: 'right' },
      { kind: 'key.press', keys: ['control', 'a'] },
      { kind: 'key.release', keys: ['control', 'a'] },
      { kind: 'key.chord', keys: ['control', 'c'] },
    )
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(effect, fc.boolean()), { maxLength: 40 }),
        async (steps) => {
          const { dispatcher, log, failWhen, send } = stage()
          for (const [step, isFailing] of steps) {
            failWhen(() => isFailing)
            if (step === 'release-all') failWhen(() => false)
            if (step === 'release-all') await dispatcher.releaseAll('test')
            else await send(step)
          }
          failWhen(() => false)
          await dispatcher.close()
          expect(dispatcher.held()).toEqual({ buttons: [], keys: [] })
          expect(downAfter(log)).toEqual([])
        },
      ),
      { numRuns: 100 },
    )
  })
})

/** What the system would still have down after these calls. */
function downAfter(log: readonly string[]): string[] {
  const down = new Set<string>()
  for (const entry of log) {
    const [verb, names = ''] = entry.split(' ')
    for (const name of names.split('+')) {
      if (verb === 'press' || verb === 'down') down.add(name)
      if (verb === 'release' || verb === 'up' || verb === 'click' || verb === 'chord')
        down.delete(name)
    }
  }
  return [...down]
}
