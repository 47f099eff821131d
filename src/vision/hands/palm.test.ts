import fc from 'fast-check'
import { expect, test } from 'vitest'
import { palmAnchors } from './anchors.ts'
import { decodePalms, PALM_ANCHORS, PALM_INPUT_PX, regionOfPalm, VALUES_PER_PALM } from './palm.ts'
import { letterbox } from './region.ts'

const anchors = palmAnchors()

interface Box {
  readonly anchor: number
  readonly score: number
  /** Centre and size, 0..1 of the input. */
  readonly x: number
  readonly y: number
  readonly size: number
}

/** The detector's raw output for these boxes: pixels relative to the anchor, and logits. */
function output(found: readonly Box[]) {
  const boxes = new Float32Array(PALM_ANCHORS * VALUES_PER_PALM)
  const scores = new Float32Array(PALM_ANCHORS).fill(-20)
  for (const { anchor, score, x, y, size } of found) {
    const anchorX = anchors[2 * anchor] ?? 0
    const anchorY = anchors[2 * anchor + 1] ?? 0
    const [dx, dy] = [(x - anchorX) * PALM_INPUT_PX, (y - anchorY) * PALM_INPUT_PX]
    const keypoints = Array.from({ length: 14 }, (_, index) => (index % 2 === 0 ? dx : dy))
    const values = [dx, dy, size * PALM_INPUT_PX, size * PALM_INPUT_PX, ...keypoints]
    boxes.set(values, anchor * VALUES_PER_PALM)
    scores[anchor] = Math.log(score / (1 - score))
  }
  return { boxes, scores }
}

const decode = (found: readonly Box[]) => {
  const { boxes, scores } = output(found)
  return decodePalms(boxes, scores, anchors)
}

const boxes = fc.uniqueArray(
  fc.record({
    anchor: fc.integer({ min: 0, max: PALM_ANCHORS - 1 }),
    score: fc.double({ min: 0.5, max: 0.99, noNaN: true }),
    x: fc.double({ min: 0, max: 1, noNaN: true }),
    y: fc.double({ min: 0, max: 1, noNaN: true }),
    size: fc.double({ min: 0.05, max: 0.5, noNaN: true }),
  }),
  { maxLength: 12, selector: ({ anchor }) => anchor },
)

test('there are as many anchors as the detector has outputs, all inside the picture', () => {
  expect(anchors.length).toBe(2 * PALM_ANCHORS)
  expect(anchors.every((value) => value > 0 && value < 1)).toBe(true)
  // The first cell of the fine grid, and of the coarse one, which six anchors share.
  expect([...anchors.subarray(0, 4)].map((value) => Math.round(value * 192))).toEqual([4, 4, 4, 4])
  const coarse = 2 * (192 / 8) ** 2 * 2
  expect(
    [...anchors.subarray(coarse, coarse + 12)].map((value) => Math.round(value * 192)),
  ).toEqual(Array.from({ length: 12 }, () => 8))
})

test('finds nothing where nothing is sure enough', () => {
  expect(decode([])).toEqual([])
  expect(decode([{ anchor: 7, score: 0.49, x: 0.5, y: 0.5, size: 0.2 }])).toEqual([])
})

test('places a palm where it is, whichever anchor found it', () => {
  fc.assert(
    fc.property(boxes, (found) => {
      const [first] = found
      fc.pre(first !== undefined)
      const [palm] = decode([first])
      expect(palm?.score).toBeCloseTo(first.score, 4)
      expect(((palm?.left ?? 0) + (palm?.right ?? 0)) / 2).toBeCloseTo(first.x, 4)
      expect((palm?.bottom ?? 0) - (palm?.top ?? 0)).toBeCloseTo(first.size, 4)
      expect(palm?.keypoints[4]).toBeCloseTo(first.x, 4)
    }),
  )
})

test('averages boxes of one palm by their scores and keeps the best score', () => {
  const palms = decode([
    { anchor: 100, score: 0.9, x: 0.5, y: 0.5, size: 0.2 },
    { anchor: 200, score: 0.6, x: 0.53, y: 0.5, size: 0.2 },
  ])
  expect(palms.length).toBe(1)
  expect(palms[0]?.score).toBeCloseTo(0.9, 4)
  expect(palms[0]?.keypoints[0]).toBeCloseTo((0.9 * 0.5 + 0.6 * 0.53) / 1.5, 4)
})

test('suppression leaves every palm once: suppressing again changes nothing', () => {
  fc.assert(
    fc.property(boxes, (found) => {
      const palms = decode(found)
      expect(palms.length).toBeLessThanOrEqual(found.length)
      expect(palms.toSorted((a, b) => b.score - a.score)).toEqual(palms)
      fc.pre(palms.every((palm) => !palms.some((other) => other !== palm && isNear(palm, other))))
      const again = decode(
        palms.map((palm, index) => ({
          anchor: index,
          score: palm.score,
          x: (palm.left + palm.right) / 2,
          y: (palm.top + palm.bottom) / 2,
          size: palm.right - palm.left,
        })),
      )
      expect(again.length).toBe(palms.length)
    }),
  )
})

/** Averages may drift together; those are two palms to the first pass and one to the second. */
const isNear = (
  a: { left: number; right: number; top: number; bottom: number },
  b: { left: number; right: number; top: number; bottom: number },
): boolean =>
  Math.min(a.right, b.right) > Math.max(a.left, b.left) &&
  Math.min(a.bottom, b.bottom) > Math.max(a.top, b.top)

test('looks for the hand where tasks-vision does: beyond the knuckles, turned by 27°', () => {
  const keypoints = Array.from({ length: 14 }, () => 0.5)
  // Wrist at the left, knuckle at the right: the fingers point to the right.
  keypoints[0] = 0.4
  keypoints[4] = 0.6
  const palm = { score: 1, left: 0.4, right: 0.6, top: 0.4, bottom: 0.6, keypoints }
  const region = regionOfPalm(palm, letterbox(640, 480))
  // 90 rad where 90° were meant: see PALM_TURN_RAD.
  const turnRad = Math.PI / 2 + 0.46455
  expect(region.rotationRad).toBeCloseTo(turnRad, 3)
  expect(region.widthPx).toBeCloseTo(0.2 * 640 * 2.6, 6)
  expect(region.centerXPx).toBeCloseTo(320 + 64 * Math.sin(turnRad), 2)
  expect(region.centerYPx).toBeCloseTo(240 - 64 * Math.cos(turnRad), 2)
})
