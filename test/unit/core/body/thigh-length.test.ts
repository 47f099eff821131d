import { expect, test } from 'vitest'
import { createThighLength } from '../../../../src/core/body/thigh-length.ts'
import { distance } from '../../../../src/core/geometry/vector.ts'
import { worldPoint, type Body } from '../../../../src/core/body/body.ts'
import { madeUpBody, SQUATTING } from '../../../support/body/made-up-body.ts'

const thigh = (body: Body) => distance(worldPoint(body, 'leftHip'), worldPoint(body, 'leftKnee'))
/** The thigh of 42 cm, level and towards the camera, comes out at 31. */
const SHORTENED = { ...SQUATTING, leftKnee: [0.18, 0, -0.31] } as const

test('a thigh that points to the camera is as long as it was hanging down', () => {
  const keeper = createThighLength()
  expect(keeper.withKnownThighs(madeUpBody())).toEqual(madeUpBody())
  const kept = keeper.withKnownThighs(madeUpBody({ places: SHORTENED }))
  expect(thigh(kept)).toBeCloseTo(0.42, 3)
  expect(worldPoint(kept, 'leftKnee')).toMatchObject({ x: 0.18, y: 0, z: expect.closeTo(-0.42, 3) })
  expect(worldPoint(kept, 'leftAnkle').z).toBe(-0.42)
})

test('goes away from the camera where the thigh does', () => {
  const keeper = createThighLength()
  keeper.withKnownThighs(madeUpBody())
  const kept = keeper.withKnownThighs(madeUpBody({ places: { leftKnee: [0.18, 0, 0.31] } }))
  expect(worldPoint(kept, 'leftKnee').z).toBeCloseTo(0.42, 3)
})

test('leaves alone what it cannot know: the first look, hidden knees, half a thigh', () => {
  expect(thigh(createThighLength().withKnownThighs(madeUpBody({ places: SHORTENED })))).toBeCloseTo(
    0.31,
  )
  const keeper = createThighLength()
  keeper.withKnownThighs(madeUpBody())
  const hidden = keeper.withKnownThighs(madeUpBody({ places: SHORTENED, hidden: ['leftKnee'] }))
  expect(thigh(hidden)).toBeCloseTo(0.31)
  const broken = keeper.withKnownThighs(madeUpBody({ places: { leftKnee: [0.18, 0.1, -0.1] } }))
  expect(thigh(broken)).toBeCloseTo(0.141, 3)
})

test('one frame with a thigh too long is not believed at once, and forgotten', () => {
  const keeper = createThighLength()
  keeper.withKnownThighs(madeUpBody())
  keeper.withKnownThighs(madeUpBody({ places: { leftKnee: [0.18, 0.6, 0] } }))
  const next = keeper.withKnownThighs(madeUpBody({ places: { leftKnee: [0.18, 0.3, -0.1] } }))
  expect(thigh(next)).toBeLessThan(0.52)
  for (let frame = 0; frame < 30 * 900; frame++) keeper.withKnownThighs(madeUpBody())
  expect(thigh(keeper.withKnownThighs(madeUpBody({ places: SHORTENED })))).toBeCloseTo(0.42, 1)
})
