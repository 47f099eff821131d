import { describe, expect, it } from 'vitest'
import { pinchShape } from '../../../support/hand/shapes.ts'
import { shippedProject, Stage } from '../../../support/hand/stage.ts'

const RIGHT = [0.65, 0.5] as const
const LEFT = { handedness: 'left', at: [0.35, 0.5] } as const

/** Both hands there, and accepted. */
function ready(): Stage {
  return new Stage({ project: shippedProject('desktop'), isEngagedPinned: true, mode: 'engaged' })
    .withOther({ ...LEFT, shape: 'relaxed' })
    .show('relaxed', { at: RIGHT })
    .wait(700)
    .forget()
}

/** Both close; the left one `lateMs` after the right one. */
function closed(lateMs: number): Stage {
  const stage = ready()
  stage.close('index', 120).wait(lateMs)
  for (const ratio of [0.4, 0.8, 1]) {
    stage.withOther({ ...LEFT, shape: pinchShape('index', ratio) }).wait(34)
  }
  return stage.wait(200)
}

/** Both hands, pinching, move apart by this much of the picture each, or together. */
function apart(stage: Stage, by: number): Stage {
  return stage.during(800, (ratio) => {
    stage.withOther({ ...LEFT, at: [0.35 - by * ratio, 0.5], shape: pinchShape('index', 1) })
    return { at: [0.65 + by * ratio, 0.5] }
  })
}

const zoomed = (stage: Stage): number =>
  stage.acts().reduce((sum, one) => sum + (one.kind === 'pointer.zoom' ? one.inNotches : 0), 0)

describe('both hands pinching', () => {
  it('zoom in as they move apart, and out as they come together', () => {
    expect(zoomed(apart(closed(0), 0.12))).toBeGreaterThanOrEqual(4)
    expect(zoomed(apart(closed(0), -0.08))).toBeLessThanOrEqual(-3)
  })
  it('click nothing, neither when they close nor when they open', () => {
    const stage = apart(closed(60), 0.1)
    stage
      .withOther({ ...LEFT, shape: 'relaxed' })
      .wait(300)
      .open('index')
      .wait(500)
    expect(stage.acts().filter(({ kind }) => kind !== 'pointer.zoom')).toEqual([])
  })
  it('leave a drag of one hand a drag when the other joins late', () => {
    const stage = closed(1200)
    expect(stage.acts().map(({ kind }) => kind)).toContain('pointer.press')
    expect(stage.gestures('two-hands')).toEqual([])
  })
  it('keep the pointer where it is', () => {
    const stage = closed(0).forget()
    apart(stage, 0.1)
    expect(stage.effects().filter(({ kind }) => kind === 'pointer.move')).toEqual([])
  })
  it('zoom no more once a hand is gone', () => {
    const stage = closed(0).forget().withOther(undefined).wait(400)
    stage.moveTo([0.8, 0.5], 500)
    expect(zoomed(stage)).toBe(0)
    expect(stage.gestures('two-hands')).toEqual(['two-hands.pinch cancelled hand-lost'])
  })
})

describe('both hands framing a picture', () => {
  /** Both show a corner; the left one `lateMs` after the right one. */
  function framed(lateMs: number, rollDeg = 0): Stage {
    const stage = ready().show('frame', { at: RIGHT, rollDeg }).wait(lateMs)
    return stage.withOther({ ...LEFT, shape: 'frame', rollDeg }).wait(500)
  }
  function drawn(stage: Stage, by: number): Stage {
    return stage.during(800, (ratio) => {
      stage.withOther({ ...LEFT, at: [0.35 - by * ratio, 0.5], shape: 'frame' })
      return { at: [0.65 + by * ratio, 0.5] }
    })
  }

  it('zoom in as they move apart, and out as they come together, and do nothing else', () => {
    expect(zoomed(drawn(framed(0), 0.12))).toBeGreaterThanOrEqual(4)
    expect(zoomed(drawn(framed(700), -0.08))).toBeLessThanOrEqual(-3)
    const acts = drawn(framed(0), 0.12).acts()
    expect(acts.filter(({ kind }) => kind !== 'pointer.zoom')).toEqual([])
  })
  it('go on when the index finger is lost at the edge of the picture, and end when the thumb is in', () => {
    const stage = drawn(framed(0), 0.06).forget()
    stage.show('thumbs-up', { rollDeg: 0 }).wait(300)
    expect(stage.gestures('two-hands')).toEqual([])
    stage.show('fist').wait(300)
    expect(stage.gestures('two-hands')).toEqual(['two-hands.frame ended'])
  })
  it('are not taken for a frame in passing, nor lying on their sides, nor brought into view', () => {
    const passing = ready()
      .withOther({ ...LEFT, shape: 'frame' })
      .hold('frame', 200)
    expect(passing.hold('relaxed', 300).gestures('two-hands')).toEqual([])
    expect(framed(0, 80).gestures('two-hands')).toEqual([])
    const brought = new Stage({ isEngagedPinned: true, mode: 'engaged' })
    brought
      .withOther({ ...LEFT, shape: 'frame' })
      .show('frame', { at: RIGHT })
      .wait(1500)
    expect(zoomed(drawn(brought, 0.12))).toBe(0)
  })
  it('go on when a hand is missed in a frame', () => {
    const stage = framed(0).forget().vanish().wait(33).show('frame').wait(300)
    expect(stage.gestures('two-hands')).toEqual([])
  })
})
