import { describe, expect, it } from 'vitest'
import { Stage } from '../../../support/hand/stage.ts'

const engaged = (): Stage => new Stage({ isEngagedPinned: true, mode: 'engaged' })
const ready = (): Stage => engaged().show('relaxed').wait(600).forget()

describe('hands that mean somebody else', () => {
  it('do not press by a pinch in passing', () => {
    const stage = ready()
      .moveTo([0.45, 0.4], 200)
      .close('index', 100)
      .moveTo([0.75, 0.4], 200)
      .open('index')
    expect(stage.acts()).toEqual([])
  })
  it('do not press by a pinch that lasts a single frame', () => {
    const stage = ready().hold('pinch-index', 30).hold('relaxed', 300)
    expect(stage.acts()).toEqual([])
  })
  it('press by the same pinch when they were still before it', () => {
    expect(
      ready()
        .pinch('index')
        .acts()
        .map(({ kind }) => kind),
    ).toEqual(['pointer.click'])
  })
  it('do not turn the volume by a thumb that moves about', () => {
    const stage = ready().show('thumbs-up', { rollDeg: 80 })
    for (let round = 0; round < 6; round += 1) {
      stage.moveTo([0.5, 0.5], 250).moveTo([0.7, 0.5], 250)
    }
    expect(stage.acts()).toEqual([])
    expect(stage.wait(1000).acts()).not.toEqual([])
  })
  it('do nothing by a thumb that they come into view with, until it is made in view', () => {
    const stage = engaged().show('thumbs-up', { rollDeg: 80 }).wait(3000)
    expect([stage.gestures('pose.'), stage.acts()]).toEqual([['pose.thumbs-up began'], []])
    stage.hold('fist', 300).show('thumbs-up', { rollDeg: 80 }).wait(1000)
    expect(stage.acts()).not.toEqual([])
  })
  it('do not swipe while the other hand is in view, nor soon after', () => {
    const swipe = (stage: Stage): Stage =>
      stage.hold('open-palm', 200).moveTo([0.3, 0.52], 250).wait(150)
    const other = { handedness: 'left', shape: 'relaxed', at: [0.1, 0.8] } as const
    const withOther = (): Stage => ready().withOther(other).wait(500)
    expect(swipe(withOther().withOther(undefined)).acts()).toEqual([])
    expect(swipe(withOther().withOther(undefined).wait(1000)).acts().length).toBe(1)
  })
  it('do not swipe with both hands in view', () => {
    const swipe = (): Stage => ready().hold('open-palm', 200).moveTo([0.3, 0.52], 250).wait(150)
    expect(swipe().acts().length).toBe(1)
    const other = { handedness: 'left', shape: 'relaxed', at: [0.1, 0.8] } as const
    const withOther = ready().withOther(other).wait(500)
    expect(withOther.hold('open-palm', 200).moveTo([0.35, 0.52], 250).wait(150).acts()).toEqual([])
  })
})

describe('taking control', () => {
  it.each([
    ['both palms', { handedness: 'left', shape: 'open-palm', at: [0.2, 0.5] }],
    ['a palm beside the other hand', { handedness: 'left', shape: 'fist', at: [0.45, 0.55] }],
  ] as const)('is not done by %s', (_, other) => {
    const stage = new Stage().withOther(other).show('open-palm').wait(3000)
    expect(stage.mode).toBe('watching')
  })
  it('is done by one palm while the other hand rests elsewhere', () => {
    const other = { handedness: 'left', shape: 'relaxed', at: [0.1, 0.85] } as const
    expect(new Stage().withOther(other).show('open-palm').wait(3000).mode).toBe('engaged')
  })
  it('is not done by a palm whose thumb is tucked in', () => {
    expect(new Stage().show('four').wait(3000).mode).toBe('watching')
  })
})

describe('a hand that is badly seen', () => {
  it.each([
    ['too close', { palm: 0.5 }, 'Your hand is too close to the camera.'],
    ['too far', { palm: 0.03 }, 'Your hand is too far from the camera.'],
    ['cut off', { at: [1.02, 0.55] }, 'Your hand is cut off by the edge of the picture.'],
    ['unclear', { score: 0.4 }, 'The camera does not see your hand clearly.'],
  ] as const)('begins nothing and is told why: %s', (_, options, hint) => {
    const stage = engaged().show('relaxed', options).wait(600).pinch('index')
    expect([stage.acts(), stage.last.hint]).toEqual([[], hint])
  })
  it('does not take control', () => {
    expect(new Stage().show('open-palm', { score: 0.4 }).wait(3000).mode).toBe('watching')
  })
  it('finishes what it began', () => {
    const stage = ready().close('index').wait(100).moveTo([0.65, 0.99], 900).open('index')
    expect(stage.acts().map(({ kind }) => kind)).toEqual(['pointer.press', 'pointer.release'])
  })
})

describe('the ring', () => {
  const ratios = (stage: Stage): number[] =>
    stage.outputs.flatMap(({ progress }) => (progress.kind === 'pinch' ? [progress.ratio] : []))

  it('fills while finger and thumb close, and is full when they touch', () => {
    const seen = ratios(ready().close('index', 400))
    expect(seen.length).toBeGreaterThan(2)
    expect(seen).toEqual(seen.toSorted((a, b) => a - b))
    expect(seen.at(-1)).toBe(1)
  })
  it.each(['relaxed', 'fist', 'point', 'open-palm'] as const)('stays empty for a %s', (shape) => {
    expect(ratios(ready().hold(shape, 500))).toEqual([])
  })
})
