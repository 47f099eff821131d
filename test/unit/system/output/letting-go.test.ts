import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import type { Effect } from '../../../../src/core/action/effect.ts'
import { AT, outputStage } from '../../../support/output-stage.ts'

const move = (x: number): Effect => ({ kind: 'pointer.move', to: { x, y: 0 } })
const press: Effect = { kind: 'pointer.press', button: 'left', at: AT }
const release: Effect = { kind: 'pointer.release', button: 'left' }
const click: Effect = { kind: 'pointer.click', button: 'left', count: 1, at: AT }

describe('letting go', () => {
  it('forgets what waits and releases what is held, keys and buttons', async () => {
    const { dispatcher, log, hold, send } = outputStage()
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
    const { dispatcher, log, hold, send } = outputStage()
    const go = hold()
    void send(press)
    const released = dispatcher.releaseAll('hand lost')
    go()
    await released
    expect(log).toEqual(['press left 10,10', 'release left'])
  })

  it('keeps a button in the account until its release worked, and tries again', async () => {
    const { dispatcher, log, failWhen, send, problems } = outputStage()
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
    const { dispatcher, log, failWhen, send } = outputStage()
    failWhen((what) => what.startsWith('press'))
    await send(press, move(3), release)
    expect(log).toEqual(['move 3,0', 'release left'])
    expect(dispatcher.held()).toEqual({ buttons: [], keys: [] })
  })

  it('lets a new press claim what an earlier failed release left held', async () => {
    const { dispatcher, failWhen, send } = outputStage({ retryMs: 100_000 })
    failWhen((what) => what.startsWith('release'))
    await send(press, release, press)
    failWhen(() => false)
    expect(dispatcher.held().buttons).toEqual(['left'])
    await send(release)
    expect(dispatcher.held().buttons).toEqual([])
    await dispatcher.close()
  })

  it('goes on when a sink throws in the middle of a drag', async () => {
    const { log, failWhen, send } = outputStage()
    failWhen((what) => what.startsWith('move'))
    await send(press, move(5), release, click)
    expect(log).toEqual(['press left 10,10', 'release left', 'click left 1'])
  })

  it('says so when it cannot let go, and still answers', async () => {
    const { dispatcher, failWhen, send, problems } = outputStage()
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
    const { dispatcher, log, send } = outputStage()
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
          const { dispatcher, log, failWhen, send } = outputStage()
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
