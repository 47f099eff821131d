import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { CausedEffect, Effect } from '../../core/action/effect.ts'
import { createEffectPath, effectStations, type EffectPathParts } from './effect-path.ts'
import type { EffectStation } from './effect-station.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

const caused = (effect: Effect, cause = 'pinch.index'): CausedEffect => ({ effect, atMs: 0, cause })
const moveTo = (x: number): CausedEffect =>
  caused({ kind: 'pointer.move', to: { x, y: 0 } }, 'pointer')
const type = (text: string): CausedEffect => caused({ kind: 'key.text', text })

/** A station that everything passes, and that writes down what does. */
const open = (name: string, log: string[]): EffectStation => ({
  name,
  step: (one, next) => {
    log.push(`${name} ${words(one)}`)
    next(one)
  },
})
const words = ({ effect }: CausedEffect): string =>
  effect.kind === 'pointer.move' ? `move ${String(effect.to.x)}` : effect.kind

function stage(more: Partial<EffectPathParts> = {}) {
  const log: string[] = []
  const note =
    (what: string) =>
    (...[told]: readonly unknown[]): void => {
      log.push(`${what} ${typeof told === 'string' ? told : words(told as CausedEffect)}`)
    }
  const stations = effectStations({
    waveAway: open('wave-away', log),
    spelling: { resolve: (one) => [one] },
    ownEffects: {
      setMode: note('mode'),
      switchProject: ({ kind }) => log.push(`wish ${kind}`),
      done: note('done'),
    },
    permits: () => true,
    watch: open('watch', log),
    dispatch: note('dispatch'),
    nowMs: () => Date.now(),
    ...more,
  })
  return { log, names: stations.map(({ name }) => name), path: createEffectPath(stations) }
}

describe('the path of an effect', () => {
  it('has its stations in this order', () => {
    expect(stage().names).toEqual([
      ...['wave-away', 'spelling', 'own', 'permission', 'interpolation', 'watch', 'dispatch'],
    ])
  })
  it('ends for what the project in force may not do', () => {
    const { log, path } = stage({ permits: ({ kind }) => kind !== 'launch' })
    path.send(caused({ kind: 'launch', target: '/bin/sh', args: [] }))
    expect(log).toEqual(['wave-away launch'])
  })
  it('takes an effect through all of them before the next', () => {
    const { log, path } = stage()
    path.send(caused({ kind: 'media', command: 'next' }))
    path.send(type('a'))
    expect(log).toEqual([
      ...['wave-away media', 'watch media', 'dispatch media'],
      ...['wave-away key.text', 'watch key.text', 'dispatch key.text'],
    ])
  })
  it('goes no further with what a station keeps', () => {
    const { log, path } = stage({ waveAway: { name: 'wave-away', step: () => undefined } })
    path.send(type('a'))
    expect(log).toEqual([])
  })
})

describe('spelling', () => {
  it('sends what a command comes to like any other key, in order', () => {
    const { log, path } = stage({
      spelling: { resolve: () => [caused({ kind: 'key.chord', keys: ['backspace'] }), type('d')] },
    })
    path.send(caused({ kind: 'spelling', command: 'complete' }))
    expect(log.filter((line) => !line.startsWith('wave-away'))).toEqual([
      ...['watch key.chord', 'dispatch key.chord', 'watch key.text', 'dispatch key.text'],
    ])
  })
  it('keeps its methods to itself', () => {
    class Word {
      readonly #typed = type('b')
      resolve(): readonly CausedEffect[] {
        return [this.#typed]
      }
    }
    const { log, path } = stage({ spelling: new Word() })
    path.send(type('a'))
    expect(log.at(-1)).toBe('dispatch key.text')
  })
})

describe('what the app does itself', () => {
  it.each([
    [{ kind: 'mode', mode: 'paused' }, ['mode paused', 'done mode']],
    [{ kind: 'project.switch', project: 'media' }, ['wish project.switch', 'done project.switch']],
    [{ kind: 'project.step', step: 'next' }, ['wish project.step', 'done project.step']],
  ] as const)('is done before it is told, and never reaches the system: $kind', (effect, told) => {
    const { log, path } = stage()
    path.send(caused(effect))
    expect(log.slice(1)).toEqual(told)
  })
})

describe('interpolation', () => {
  it('brings the pointer to its place before anything else, and has each step watched', () => {
    const { log, path } = stage({ waveAway: { name: '', step: (one, next) => next(one) } })
    path.send(moveTo(0))
    vi.advanceTimersByTime(33)
    path.send({ ...moveTo(100), atMs: 33 })
    path.send(caused({ kind: 'pointer.release', button: 'left' }))
    expect(log.slice(2)).toEqual([
      ...['watch move 51', 'dispatch move 51', 'watch move 100', 'dispatch move 100'],
      ...['watch pointer.release', 'dispatch pointer.release'],
    ])
  })
  it('does not let what the app does itself hurry the pointer', () => {
    const { log, path } = stage({ waveAway: { name: '', step: (one, next) => next(one) } })
    path.send(moveTo(0))
    vi.advanceTimersByTime(33)
    path.send({ ...moveTo(100), atMs: 33 })
    path.send(caused({ kind: 'project.step', step: 'next' }))
    expect(log.slice(4)).toEqual(['wish project.step', 'done project.step'])
  })
  it('sends nothing any more when the path is stopped', () => {
    const { log, path } = stage()
    path.send(moveTo(0))
    vi.advanceTimersByTime(33)
    path.send({ ...moveTo(100), atMs: 33 })
    path.stop()
    const before = log.length
    vi.advanceTimersByTime(1000)
    expect([log.length, vi.getTimerCount()]).toEqual([before, 0])
  })
})
