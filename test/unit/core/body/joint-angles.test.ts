import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  madeUpBody,
  SQUATTING,
  type MadeUpBody,
  type Place,
} from '../../../support/body/made-up-body.ts'
import { ANGLE_MEANS, type AngleName } from '../../../../src/core/body/angle-definitions.ts'
import { facing, jointAngles } from '../../../../src/core/body/joint-angles.ts'

const angle = (name: AngleName, body: MadeUpBody = {}) => {
  const found = jointAngles(madeUpBody(body)).find((one) => one.name === name)
  if (found === undefined) throw new Error(`no angle ${name}`)
  return found
}
const turned =
  (yawDeg: number) =>
  ([x, y, z]: Place): Place => {
    const [cos, sin] = [Math.cos((yawDeg * Math.PI) / 180), Math.sin((yawDeg * Math.PI) / 180)]
    return [x * cos - z * sin, y, z * cos + x * sin]
  }

describe('angles', () => {
  test('are all 0 for somebody who stands straight, the trunk and each side', () => {
    const degrees = jointAngles(madeUpBody()).map(({ name, degrees }) => [
      name,
      Math.round(degrees),
    ])
    expect(degrees).toEqual(Object.keys(ANGLE_MEANS).map((name) => [name, 0]))
  })

  test('bend by what they are bent', () => {
    const forearm = {
      leftWrist: [0.18, -0.2, -0.26],
      leftIndex: [0.18, -0.2, -0.34],
      leftLittle: [0.18, -0.2, -0.34],
    } as const
    expect(angle('left.elbow', { places: forearm }).degrees).toBeCloseTo(90)
    expect(angle('right.elbow', { places: forearm }).degrees).toBeCloseTo(0)
    expect(angle('left.wrist', { places: forearm }).degrees).toBeCloseTo(0)
    expect(angle('left.shoulder', { places: { leftElbow: [0.48, -0.5, 0] } }).degrees).toBeCloseTo(
      90,
    )
    expect(angle('right.knee', { places: SQUATTING }).degrees).toBeCloseTo(90)
    expect(angle('right.hip', { places: SQUATTING }).degrees).toBeCloseTo(90)
    expect(
      angle('left.wrist', { places: { leftIndex: [0.26, 0.06, 0], leftLittle: [0.26, 0.06, 0] } })
        .degrees,
    ).toBeCloseTo(90)
  })

  test('of the ankle go up with the toes and down on tiptoe', () => {
    const toes = (y: number): Place => [0.18, y, -0.15]
    expect(angle('left.ankle', { places: { leftToes: toes(0.66) } }).degrees).toBeCloseTo(45)
    expect(angle('left.ankle', { places: { leftToes: toes(1.06) } }).degrees).toBeCloseTo(-45)
  })

  test('of the trunk tell which way it leans, however the person stands', () => {
    const bowed = { leftShoulder: [0.18, -0.4, -0.3], rightShoulder: [-0.18, -0.4, -0.3] } as const
    const aside = { leftShoulder: [0.48, -0.4, 0], rightShoulder: [0.12, -0.4, 0] } as const
    for (const yawDeg of [0, 35, -60, 180]) {
      const moved = turned(yawDeg)
      expect(angle('trunkForward', { places: bowed, moved }).degrees).toBeCloseTo(36.87, 1)
      expect(angle('trunkSideways', { places: bowed, moved }).degrees).toBeCloseTo(0, 1)
      expect(angle('trunkSideways', { places: aside, moved }).degrees).toBeCloseTo(36.87, 1)
      expect(angle('trunk', { places: aside, moved }).degrees).toBeCloseTo(36.87, 1)
    }
    const bowedBack = {
      leftShoulder: [0.18, -0.4, 0.3],
      rightShoulder: [-0.18, -0.4, 0.3],
    } as const
    expect(angle('trunkForward', { places: bowedBack }).degrees).toBeCloseTo(-36.87, 1)
  })

  test('do not change with where somebody looks', () => {
    fc.assert(
      fc.property(fc.integer({ min: -180, max: 180 }), (yawDeg) => {
        const moved = turned(yawDeg)
        for (const name of ['left.knee', 'right.hip', 'left.shoulder', 'neck'] as const) {
          const { degrees } = angle(name, { places: SQUATTING })
          expect(angle(name, { places: SQUATTING, moved }).degrees).toBeCloseTo(degrees, 3)
        }
      }),
    )
  })
})

describe('confidence and warnings', () => {
  test('are those of the least sure landmark', () => {
    expect(angle('left.knee')).toMatchObject({ confidence: 0.95, warning: undefined })
    expect(angle('left.knee', { hidden: ['leftAnkle'] })).toMatchObject({
      confidence: 0.1,
      warning: 'hidden',
    })
    expect(angle('left.knee', { outside: ['leftAnkle'] })).toMatchObject({
      confidence: 0.1,
      warning: 'outside',
    })
    expect(angle('right.knee', { hidden: ['leftAnkle'] }).warning).toBeUndefined()
  })

  test('warn of a limb that points to the camera: thighs of a squat seen from the front, not from the side', () => {
    expect(angle('left.knee', { places: SQUATTING }).warning).toBe('towards-camera')
    expect(angle('left.knee', { places: SQUATTING, moved: turned(90) }).warning).toBeUndefined()
  })

  test('are none for a body without an extent', () => {
    const all = jointAngles(madeUpBody({ moved: () => [0, 0, 0] }))
    expect(
      all.every(({ confidence, degrees }) => confidence === 0 && Number.isFinite(degrees)),
    ).toBe(true)
  })
})

test('tells how somebody stands to the camera', () => {
  const seen = [0, 90, -90, 180].map((yawDeg) => facing(madeUpBody({ moved: turned(-yawDeg) })))
  expect(seen.map(({ view }) => view)).toEqual(['front', 'side', 'side', 'back'])
  expect(seen.map(({ yawDeg }) => Math.abs(Math.round(yawDeg)))).toEqual([0, 90, 90, 180])
  // Their left side to the camera: nearer, so with less depth than the right.
  const left = madeUpBody({ moved: turned(-90) })
  expect(left.world[11]?.z).toBeLessThan(left.world[12]?.z ?? 0)
  expect(facing(left).yawDeg).toBeCloseTo(90)
})
