import { expect, test } from 'vitest'
import { personAnchors } from '../hands/anchors.ts'
import { letterbox } from '../hands/region.ts'
import {
  decodePeople,
  PERSON_ANCHORS,
  PERSON_INPUT_PX,
  regionOfPerson,
  VALUES_PER_PERSON,
} from './person.ts'

const anchors = personAnchors()

test('there are as many anchors as the detector has outputs, all inside the picture', () => {
  expect(anchors.length).toBe(2 * PERSON_ANCHORS)
  expect(anchors.every((value) => value > 0 && value < 1)).toBe(true)
  // The last cell of the coarsest grid, 7 × 7.
  expect([...anchors.slice(-2)]).toEqual([expect.closeTo(6.5 / 7), expect.closeTo(6.5 / 7)])
})

test('looks at a quarter more than the circle around the hips, turned as the body leans', () => {
  // Of a picture of 400 × 200: hips in the middle, the circle's point 0.2 of the input to the right of them.
  const boxes = new Float32Array(PERSON_ANCHORS * VALUES_PER_PERSON)
  const scores = new Float32Array(PERSON_ANCHORS).fill(-20)
  const anchor = 1000
  const [anchorX = 0, anchorY = 0] = anchors.subarray(2 * anchor)
  const px = (x: number, y: number) => [
    (x - anchorX) * PERSON_INPUT_PX,
    (y - anchorY) * PERSON_INPUT_PX,
  ]
  const keypoints = [...px(0.5, 0.5), ...px(0.7, 0.5), ...px(0.5, 0.4), ...px(0.6, 0.4)]
  boxes.set([...px(0.5, 0.3), 20, 20, ...keypoints], anchor * VALUES_PER_PERSON)
  scores[anchor] = 3
  const [person, ...others] = decodePeople(boxes, scores, anchors)
  expect(others).toEqual([])
  const region = person && regionOfPerson(person, letterbox(400, 200))
  expect(region).toEqual({
    centerXPx: expect.closeTo(200, 2),
    centerYPx: expect.closeTo(100, 2),
    widthPx: expect.closeTo(2 * 0.2 * 400 * 1.25, 2),
    heightPx: expect.closeTo(2 * 0.2 * 400 * 1.25, 2),
    rotationRad: expect.closeTo(Math.PI / 2, 4),
  })
})
