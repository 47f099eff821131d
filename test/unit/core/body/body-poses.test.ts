import { describe, expect, test } from 'vitest'
import {
  ARMS_CROSSED,
  ARMS_UP,
  madeUpBody,
  SQUATTING,
  type MadeUpBody,
  type Places,
} from '../../../support/body/made-up-body.ts'
import { bodyPose, type BodyPose } from '../../../../src/core/body/body-poses.ts'
import { jointAngles } from '../../../../src/core/body/joint-angles.ts'

const pose = (made: MadeUpBody, last?: BodyPose) => {
  const body = madeUpBody(made)
  return bodyPose(body, jointAngles(body), last).pose
}
/** Shoulders this far to the person's left. */
const leaning = (metres: number): Places => ({
  leftShoulder: [0.18 + metres, -0.48, 0],
  rightShoulder: [-0.18 + metres, -0.48, 0],
})

describe('poses', () => {
  test.each([
    ['arms-up', ARMS_UP],
    ['arms-crossed', ARMS_CROSSED],
    ['squat', SQUATTING],
    ['lean-left', leaning(0.2)],
    ['lean-right', leaning(-0.2)],
    ['none', {}],
  ] as const)('%s is seen as that', (name, places) => {
    expect(pose({ places })).toBe(name)
  })

  test('one arm up, hands on the hips, a bow: none', () => {
    const oneArm = { leftElbow: ARMS_UP.leftElbow, leftWrist: ARMS_UP.leftWrist } as Places
    const onHips: Places = {
      leftElbow: [0.4, -0.25, 0.05],
      rightElbow: [-0.4, -0.25, 0.05],
      leftWrist: [0.2, -0.05, 0],
      rightWrist: [-0.2, -0.05, 0],
    }
    const bow: Places = { leftShoulder: [0.18, -0.35, -0.35], rightShoulder: [-0.18, -0.35, -0.35] }
    expect([oneArm, onHips, bow].map((places) => pose({ places }))).toEqual([
      'none',
      'none',
      'none',
    ])
  })

  test('what is hidden is not guessed', () => {
    expect(pose({ places: SQUATTING, hidden: ['leftKnee'] })).toBe('none')
    expect(pose({ places: ARMS_UP, outside: ['rightWrist'] })).toBe('none')
  })

  test('are left later than they are entered', () => {
    const between = { places: leaning(0.13) }
    expect(pose(between)).toBe('none')
    expect(pose(between, 'lean-left')).toBe('lean-left')
  })
})
