import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Effect } from '../../../src/core/action/effect.ts'
import type { ScreenPoint, ScreenRect } from '../../../src/core/geometry/point.ts'
import { createPipeline } from '../../../src/core/pipeline/pipeline.ts'
import type { PipelineOutput } from '../../../src/core/pipeline/pipeline.ts'
import type { Project } from '../../../src/core/project/project.ts'
import { makeFrame } from '../../support/hand/make-hand.ts'
import type { Happening } from '../../support/hand/random-session.ts'
import { session } from '../../support/hand/random-session.ts'
import { DESKTOP, shippedProject, Stage } from '../../support/hand/stage.ts'

/** A third project, in which everything at once can be held: keys, toggles, repeats. */
const BUSY: Project = {
  ...shippedProject('desktop'),
  id: 'busy',
  classifiers: { pinch: {}, pose: {}, swipe: {}, 'finger-count': {} },
  bindings: [
    ...shippedProject('desktop').bindings,
    {
      gesture: 'pose.fist',
      hand: 'either',
      trigger: { mode: 'hold', dwellMs: 0, repeatMs: 0, minScore: 0, phase: 'began' },
      companions: [],
      action: { kind: 'key.hold', keys: ['shift'] },
    },
    {
      gesture: 'pose.victory',
      hand: 'either',
      trigger: { mode: 'toggle', dwellMs: 100, repeatMs: 0, minScore: 0, phase: 'began' },
      companions: [],
      action: { kind: 'key.hold', keys: ['control'] },
    },
    {
      gesture: 'finger-count.7',
      hand: 'both',
      trigger: { mode: 'hold', dwellMs: 200, repeatMs: 0, minScore: 0, phase: 'began' },
      companions: [],
      action: { kind: 'key.hold', keys: ['alt'] },
    },
  ],
}
const PROJECTS = [shippedProject('desktop'), shippedProject('presentation'), BUSY]

interface Step {
  readonly output: PipelineOutput
  readonly desktop: ScreenRect
  readonly wasEngaged: boolean
}

/** Everything that came out, ending with a quit. */
function run(happenings: readonly Happening[], isEngagedPinned = false): readonly Step[] {
  let desktop = DESKTOP
  let atMs = 0
  let mode = 'engaged'
  const pipeline = createPipeline({ project: BUSY, desktop, isEngagedPinned, mode: 'engaged' })
  const steps: Step[] = []
  const keep = (output: PipelineOutput): void => {
    steps.push({ output, desktop, wasEngaged: mode === 'engaged' })
    mode = output.mode
  }
  for (const happening of happenings) {
    switch (happening.kind) {
      case 'frames':
        for (let index = 0; index < happening.times; index += 1) {
          atMs += happening.afterMs
          keep(pipeline.step(makeFrame(atMs, happening.hands)))
        }
        break
      case 'mode':
        keep(pipeline.setMode(happening.mode, atMs))
        break
      case 'project':
        keep(pipeline.setProject(PROJECTS[happening.index] ?? BUSY, atMs))
        break
      case 'cancel':
        keep(pipeline.cancelAll(happening.reason, atMs))
        break
      case 'desktop':
        desktop = { left: happening.left, top: -50, width: happening.width, height: 700 }
        pipeline.setDesktop(desktop)
        break
    }
  }
  keep(pipeline.cancelAll('quit', atMs))
  return steps
}

const effectsOf = (steps: readonly Step[]): Effect[] =>
  steps.flatMap(({ output }) => output.effects.map(({ effect }) => effect))

/** What is down after these effects. Throws when something is pressed twice or let go of unpressed. */
function heldAfter(effects: readonly Effect[]): string[] {
  const held = new Set<string>()
  const press = (name: string): void => {
    if (held.has(name)) throw new Error(`${name} was pressed twice`)
    held.add(name)
  }
  const release = (name: string): void => {
    if (!held.delete(name)) throw new Error(`${name} was let go of, but not held`)
  }
  for (const effect of effects) {
    if (effect.kind === 'pointer.press') press(effect.button)
    if (effect.kind === 'pointer.release') release(effect.button)
    if (effect.kind === 'key.press') press(effect.keys.join('+'))
    if (effect.kind === 'key.release') release(effect.keys.join('+'))
  }
  return [...held]
}

function pointsOf(effect: Effect): readonly ScreenPoint[] {
  if (effect.kind === 'pointer.move') return [effect.to]
  return effect.kind === 'pointer.press' || effect.kind === 'pointer.click' ? [effect.at] : []
}

const check = (holds: (happenings: readonly Happening[]) => void): void => {
  fc.assert(fc.property(session, holds), { numRuns: 150 })
}

describe('whatever the hands, losses, modes and projects', () => {
  it('every gesture that began has exactly one end', () => {
    check((happenings) => {
      const open = new Set<string>()
      for (const { output } of run(happenings)) {
        for (const { gesture, hand, phase, reason } of output.gestures) {
          const key = `${gesture} ${hand}`
          expect(open.has(key)).toBe(phase !== 'began')
          if (phase === 'began') open.add(key)
          if (phase === 'ended' || phase === 'cancelled') open.delete(key)
          expect(reason !== undefined).toBe(phase === 'cancelled')
        }
      }
      expect([...open]).toEqual([])
    })
  })

  it('nothing is pressed twice, and nothing is held after the end', () => {
    check((happenings) => {
      expect(heldAfter(effectsOf(run(happenings)))).toEqual([])
    })
  })

  it('nothing is held whenever nothing acts', () => {
    check((happenings) => {
      const effects: Effect[] = []
      for (const { output } of run(happenings)) {
        effects.push(...output.effects.map(({ effect }) => effect))
        if (output.mode !== 'engaged') expect(heldAfter(effects)).toEqual([])
      }
    })
  })

  it('nothing is done while watching or paused', () => {
    check((happenings) => {
      for (const { output, wasEngaged } of run(happenings)) {
        if (!wasEngaged && output.mode !== 'engaged') expect(output.effects).toEqual([])
      }
    })
  })

  it('the cursor stays on whole pixels of the desktop', () => {
    check((happenings) => {
      for (const { output, desktop } of run(happenings, true)) {
        for (const { x, y } of output.effects.flatMap(({ effect }) => pointsOf(effect))) {
          expect([Number.isInteger(x), Number.isInteger(y)]).toEqual([true, true])
          expect(x).toBeGreaterThanOrEqual(desktop.left)
          expect(x).toBeLessThan(desktop.left + desktop.width)
          expect(y).toBeGreaterThanOrEqual(desktop.top)
          expect(y).toBeLessThan(desktop.top + desktop.height)
        }
      }
    })
  })

  it('the same frames give the same outputs, bit for bit', () => {
    check((happenings) => {
      expect(run(happenings)).toEqual(run(happenings))
    })
  })
})

describe('a page that was loaded again', () => {
  it('counts time anew and is followed, after letting go', () => {
    const stage = new Stage({ isEngagedPinned: true }).show('relaxed').wait(3000)
    stage.close('index').moveTo([0.75, 0.5], 400).forget()
    stage.atMs = 0
    stage.wait(33)
    expect(stage.effects()).toEqual([{ kind: 'pointer.release', button: 'left' }])
    expect(stage.gestures()).toEqual(['pinch.index cancelled tracking-stopped'])
    stage.show('relaxed').wait(500).forget().pinch('index')
    expect(stage.acts().map(({ kind }) => kind)).toEqual(['pointer.click'])
  })
})

describe('a gesture that goes on while everything is let go of', () => {
  // On a busy machine tracking stops again and again: each time what goes on is cancelled once more.
  it.each(['pinch-index', 'victory', 'fist'] as const)('stays over, however often: %s', (shape) => {
    const stage = new Stage({ isEngagedPinned: true, project: BUSY }).show('relaxed').wait(600)
    stage.show(shape).wait(1000)
    for (let time = 0; time < 3; time += 1) stage.cancelAll('tracking-stopped')
    expect(stage.forget().wait(1500).acts()).toEqual([])
  })
  it.each(['pinch-index', 'fist'] as const)(
    'stays over when the hand was missed in the frame after a switch of projects: %s',
    (shape) => {
      const stage = new Stage({ isEngagedPinned: true }).show('relaxed').wait(600)
      stage.show(shape).wait(1000).setProject(BUSY).vanish().wait(33).forget()
      expect(stage.hold(shape, 1500).acts()).toEqual([])
    },
  )
  it.each(['pinch-index', 'victory'] as const)(
    'stays over when the clock has jumped and tracking stops soon after: %s',
    (shape) => {
      for (const jumpMs of [3_600_000, -3_600_000]) {
        const stage = new Stage({ isEngagedPinned: true, project: BUSY })
        stage.atMs = 7_200_000
        stage.show('relaxed').wait(600).show(shape).wait(1000)
        stage.atMs += jumpMs
        stage.wait(200).forget().cancelAll('tracking-stopped').wait(400)
        stage.cancelAll('tracking-stopped').wait(1500)
        expect(stage.acts()).toEqual([])
      }
    },
  )
})

describe('frames out of order', () => {
  it('change nothing', () => {
    const pipeline = createPipeline({
      project: BUSY,
      desktop: DESKTOP,
      isEngagedPinned: true,
      mode: 'engaged',
    })
    pipeline.step(makeFrame(100, []))
    const outputs = [100, 50, NaN, Infinity].map((atMs) => pipeline.step(makeFrame(atMs, [])))
    expect(outputs.map(({ gestures, effects }) => [gestures, effects])).toEqual(
      outputs.map(() => [[], []]),
    )
  })
})
