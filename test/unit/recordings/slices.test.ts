import { expect, it } from 'vitest'
import { recordedProject } from '../../../src/main/features/recordings/recorded-project.ts'
import { replay, replayInSlices } from '../../../src/main/features/recordings/replay.ts'
import { recordedLines } from '../../support/hand/recorded-lines.ts'

it('a replay in slices rests whenever its time is up, and comes to the same', async () => {
  const text = recordedLines(100).join('\n')
  let nowMs = 0
  let rests = 0
  const sliced = await replayInSlices(text, recordedProject, {
    sliceMs: 10,
    nowMs: () => (nowMs += 1),
    rest: () => {
      rests += 1
      return Promise.resolve()
    },
  })
  expect(sliced).toEqual(replay(text, recordedProject))
  expect(rests).toBeGreaterThanOrEqual(10)
})
