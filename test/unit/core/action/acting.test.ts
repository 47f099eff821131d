import { describe, expect, it } from 'vitest'
import type { Effect } from '../../../../src/core/action/effect.ts'
import type { ScreenPoint } from '../../../../src/core/geometry/point.ts'
import { pinchShape } from '../../../support/hand/shapes.ts'
import { shippedProject, Stage } from '../../../support/hand/stage.ts'

const ready = (options: ConstructorParameters<typeof Stage>[0] = {}): Stage =>
  new Stage(options).engage().moveTo([0.62, 0.52], 400).wait(300).forget()

const kinds = (stage: Stage): string[] => stage.acts().map(({ kind }) => kind)

function pointerOf(stage: Stage): ScreenPoint {
  const { pointer } = stage.last
  if (pointer === undefined) throw new Error('expected a pointer')
  return pointer
}

const moves = (stage: Stage): ScreenPoint[] =>
  stage.effects().flatMap((effect) => (effect.kind === 'pointer.move' ? [effect.to] : []))

/** A cursor that has just arrived creeps on by a few pixels, more of them at few frames per second. */
const SETTLING_PX = 5

function pressedAt(effects: readonly Effect[]): ScreenPoint {
  for (const effect of effects) if ('at' in effect) return effect.at
  throw new Error('expected a click or a press')
}

const far = (a: ScreenPoint, b: ScreenPoint): number => Math.hypot(a.x - b.x, a.y - b.y)

describe('a click', () => {
  it.each([10, 15, 30, 60])(
    'lands where the cursor had settled, at %i frames per second',
    (fps) => {
      const stage = ready({ fps })
      const aimed = pointerOf(stage)
      const clicks = stage.pinch('index', 200).acts()
      expect(clicks).toEqual([
        { kind: 'pointer.click', button: 'left', count: 1, at: expect.anything() },
      ])
      expect(far(pressedAt(clicks), aimed)).toBeLessThanOrEqual(SETTLING_PX)
    },
  )

  it('lands there even when the hand dips as the pinch closes', () => {
    const stage = ready()
    const aimed = pointerOf(stage)
    // A tenth of a palm length, about 50 pixels.
    stage.during(200, (closed) => ({
      shape: pinchShape('index', closed),
      at: [0.62, 0.52 + 0.015 * closed],
    }))
    stage.wait(60).open('index')
    expect(far(pressedAt(stage.acts()), aimed)).toBeLessThanOrEqual(SETTLING_PX)
  })

  it('is two clicks on one pixel when the pinch comes twice', () => {
    const stage = ready().pinch('index', 60).pinch('index', 60)
    const points = stage.acts().map((effect) => ('at' in effect ? effect.at : undefined))
    expect(points).toHaveLength(2)
    expect(points[0]).toEqual(points[1])
  })

  it.each([
    ['middle', 'right'],
    ['ring', 'middle'],
  ] as const)('with the %s finger is the %s button', (finger, button) => {
    const acts = ready().pinch(finger).acts()
    expect(acts).toEqual([expect.objectContaining({ kind: 'pointer.click', button })])
  })

  it('comes to nothing when the hand is lost before it ends', () => {
    expect(ready().close('index').wait(100).vanish().wait(1000).acts()).toEqual([])
  })

  it('can be made by the other hand where this one points', () => {
    const stage = ready()
    const aimed = pointerOf(stage)
    const left = { handedness: 'left', at: [0.2, 0.5] } as const
    stage.withOther({ ...left, shape: 'relaxed' }).wait(500)
    stage.withOther({ ...left, shape: 'pinch-index' }).wait(200)
    stage.withOther({ ...left, shape: 'relaxed' }).wait(200)
    expect(kinds(stage)).toEqual(['pointer.click'])
    expect(far(pressedAt(stage.acts()), aimed)).toBeLessThanOrEqual(SETTLING_PX)
  })
})

describe('a drag', () => {
  const dragging = (options: ConstructorParameters<typeof Stage>[0] = {}): Stage =>
    ready(options).close('index').wait(100).moveTo([0.72, 0.52], 500)

  it('presses where the cursor had settled, follows the hand, and lets go', () => {
    const stage = ready()
    const aimed = pointerOf(stage)
    stage.close('index').wait(100).moveTo([0.72, 0.52], 500)
    expect(stage.acts()).toEqual([{ kind: 'pointer.press', button: 'left', at: aimed }])
    expect(pointerOf(stage).x - aimed.x).toBeGreaterThan(300)
    expect(kinds(stage.open('index'))).toEqual(['pointer.press', 'pointer.release'])
  })

  it('begins by itself after the delay, though nothing moves', () => {
    const stage = ready().close('index').wait(700)
    expect(kinds(stage)).toEqual([])
    expect(kinds(stage.wait(300))).toEqual(['pointer.press'])
  })

  it('never jumps, neither at its beginning nor at its end', () => {
    const stage = dragging().open('index').moveTo([0.6, 0.5], 800)
    const path = moves(stage)
    const steps = path.slice(1).map((point, index) => far(point, path[index] ?? point))
    expect(Math.max(...steps)).toBeLessThan(80)
  })

  it.each([10, 15, 20, 24, 30, 60])(
    'lets go within 100 ms of the hand being gone, at %i frames per second',
    (fps) => {
      const stage = dragging({ fps })
      const goneAfterMs = stage.atMs
      stage.forget().vanish().wait(500)
      const [release] = stage.caused()
      expect(release?.effect).toEqual({ kind: 'pointer.release', button: 'left' })
      expect((release?.atMs ?? Infinity) - goneAfterMs).toBeLessThanOrEqual(100.001)
      expect(stage.gestures('pinch')).toEqual(['pinch.index cancelled hand-lost'])
    },
  )

  it('outlives one missed frame at thirty per second', () => {
    const stage = dragging().vanish().wait(33).show('pinch-index').wait(300)
    expect(kinds(stage)).toEqual(['pointer.press'])
  })

  it('is not taken up again when the hand comes back pinching', () => {
    const stage = dragging().vanish().wait(100).show('pinch-index').wait(2000)
    expect(kinds(stage)).toEqual(['pointer.press', 'pointer.release'])
  })

  it.each([
    ['pausing', (stage: Stage) => stage.setMode('paused'), 'paused'],
    ['disengaging', (stage: Stage) => stage.setMode('watching'), 'disengaged'],
    [
      'switching',
      (stage: Stage) => stage.setProject(shippedProject('presentation')),
      'project-switched',
    ],
    ['quitting', (stage: Stage) => stage.cancelAll('quit'), 'quit'],
    [
      'a stopped tracker',
      (stage: Stage) => stage.cancelAll('tracking-stopped'),
      'tracking-stopped',
    ],
  ] as const)('is let go of at once by %s', (_, interrupt, reason) => {
    const stage = dragging().forget()
    interrupt(stage)
    expect(stage.effects()).toEqual([{ kind: 'pointer.release', button: 'left' }])
    expect(stage.gestures()).toEqual([`pinch.index cancelled ${reason}`])
  })

  it('is not begun anew in the next project by a pinch that is still held', () => {
    const stage = dragging().setProject(shippedProject('desktop')).forget().wait(2000)
    expect(stage.acts()).toEqual([])
  })
})

describe('other actions', () => {
  it('scroll with two fingers, the page following the hand, and leave the cursor where it is', () => {
    const stage = ready().close('two').forget().moveTo([0.62, 0.37], 600)
    const down = stage
      .acts()
      .reduce((sum, effect) => sum + (effect.kind === 'pointer.scroll' ? effect.downNotches : 0), 0)
    expect([down, moves(stage).length]).toEqual([7, 0])
  })

  it('do not click when one finger touches a moment before the other', () => {
    expect(ready().close('two').wait(200).open('two').acts()).toEqual([])
  })

  it('step the volume while a thumb is up, and stop with it', () => {
    const stage = ready().show('thumbs-up', { rollDeg: 80 }).wait(1300)
    const steps = stage.acts()
    expect(steps).toEqual(steps.map(() => ({ kind: 'volume.step', stepRatio: 0.05 })))
    expect(steps.length).toBe(3)
    expect(stage.forget().show('relaxed', { rollDeg: 0 }).wait(1000).acts()).toEqual([])
  })

  it('turn a swipe of the open hand into one chord', () => {
    const stage = ready().hold('open-palm', 200).moveTo([0.3, 0.52], 250).wait(150)
    expect(stage.acts()).toEqual([{ kind: 'key.chord', keys: ['alt', 'left'] }])
  })

  it('turn slides in the Presentation project', () => {
    const stage = ready({ project: shippedProject('presentation') })
    stage.hold('open-palm', 200).moveTo([0.3, 0.52], 250).hold('relaxed', 300)
    stage.moveTo([0.62, 0.52], 800).wait(600)
    stage.hold('open-palm', 200).moveTo([0.9, 0.52], 250).hold('relaxed', 300)
    stage.hold('fist', 1200)
    expect(stage.acts()).toEqual([
      { kind: 'key.chord', keys: ['right'] },
      { kind: 'key.chord', keys: ['left'] },
      { kind: 'key.chord', keys: ['b'] },
    ])
  })

  it('name the gesture that caused them', () => {
    const stage = ready().moveTo([0.7, 0.5], 300).pinch('index')
    expect([...new Set(stage.caused().map(({ cause }) => cause))].sort()).toEqual([
      'pinch.index',
      'pointer',
    ])
  })
})
