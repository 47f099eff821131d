import { expect, test } from 'vitest'
import { createExerciseWatch } from '../../../../src/core/body/exercise-watch.ts'
import { createBodySmoother } from '../../../../src/core/body/smooth-bodies.ts'
import { madeUpBody, SQUATTING, type MadeUpBody } from '../../../support/body/made-up-body.ts'

/** Frames 200 ms apart, each of the people in it; what the last frame's people have done. */
function watched(...frames: readonly (readonly MadeUpBody[])[]) {
  const [smoother, watch] = [createBodySmoother(), createExerciseWatch()]
  let last: ReturnType<typeof watch.step> = []
  for (const [index, people] of frames.entries()) {
    last = watch.step(smoother.step(people.map(madeUpBody), index * 200), index * 200)
  }
  return last.map(({ pose, squats }) => [pose.pose, squats.count])
}
const stands = (trackId = 1): MadeUpBody => ({ trackId })
const squats = (trackId = 1): MadeUpBody => ({ trackId, places: SQUATTING })

test('counts each person by their number, and tells what they do now', () => {
  const together = [
    [stands(1), stands(2)],
    [squats(1), stands(2)],
    [squats(2), squats(1)],
    [squats(2), squats(1)],
    [squats(2), stands(1)],
  ]
  expect(watched(...together)).toEqual([
    ['squat', 0],
    ['none', 1],
  ])
})

test('goes on counting when somebody was away for a moment', () => {
  const round = [[stands()], [squats()], [squats()], [squats()], [stands()]]
  expect(watched(...round, [], ...round)).toEqual([['none', 2]])
})

test('does not count knees that are not seen', () => {
  const hidden = { ...squats(), hidden: ['leftKnee', 'rightKnee'] } as const
  expect(watched([stands()], [hidden], [hidden], [hidden], [stands()])).toEqual([['none', 0]])
})
