import { expect, test } from 'vitest'
import { ARMS_CROSSED, madeUpBody } from '../../../testing/made-up-body.ts'
import { BODY_LANDMARKS } from '../../../../core/body/body.ts'
import { facing, jointAngles } from '../../../../core/body/joint-angles.ts'
import { unmirrorBody } from './unmirror-body.ts'

/** Leans to the left, with the left arm up and the right hand hidden. */
const leaning = madeUpBody({
  places: { leftElbow: [0.22, -0.78, 0], leftWrist: [0.24, -1.04, 0] },
  moved: ([x, y, z]) => [x - y * 0.3, y, z],
  hidden: ['rightWrist'],
})

/** As a tracker sees them in a selfie view: everything on the other side, and each side taken for the other. */
const inTheMirror = unmirrorBody(leaning, true)

test('a picture that is not mirrored is left as it is', () => {
  expect(unmirrorBody(leaning, false)).toBe(leaning)
})

test('in a selfie view the angles are those of the person', () => {
  const seen = unmirrorBody(inTheMirror, true)
  const rounded = (body: typeof leaning): string =>
    JSON.stringify(
      jointAngles(body).map(({ name, degrees, warning }) => [name, degrees.toFixed(6), warning]),
    )
  expect(rounded(seen)).toBe(rounded(leaning))
  expect(facing(seen).yawDeg).toBeCloseTo(facing(leaning).yawDeg)
})

test('what the mirror shows on the left is the left, under the name of the left', () => {
  const { landmarks, visibility } = inTheMirror
  const nose = landmarks[BODY_LANDMARKS.nose]?.x ?? 0
  const wrist = BODY_LANDMARKS.rightWrist
  // The arm that is up is the left one: in the mirror's picture the tracker took it for the right.
  expect(landmarks[wrist]?.y).toBeCloseTo(leaning.landmarks[BODY_LANDMARKS.leftWrist]?.y ?? 0)
  expect(nose).toBeCloseTo(1 - (leaning.landmarks[BODY_LANDMARKS.nose]?.x ?? 0))
  expect(visibility[BODY_LANDMARKS.leftWrist]).toBe(0.1)
})

test('twice is back again, faces too', () => {
  const body = madeUpBody({ places: ARMS_CROSSED })
  const numbered = { ...body, visibility: body.visibility.map((_, joint) => joint / 33) }
  const once = unmirrorBody(numbered, true)
  expect(unmirrorBody(once, true).visibility).toEqual(numbered.visibility)
  // Eyes (1 to 6), ears (7, 8), mouth (9, 10): each becomes the one on the other side.
  expect(once.visibility.slice(0, 11).map((share) => Math.round(share * 33))).toEqual([
    0, 4, 5, 6, 1, 2, 3, 8, 7, 10, 9,
  ])
})
