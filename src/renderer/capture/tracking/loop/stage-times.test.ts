import { expect, test } from 'vitest'
import { createStageTimes } from './stage-times.ts'

test('gives rates and medians of the time since the last figures', () => {
  const times = createStageTimes(0)
  times.addCamera(45)
  times.addDropped(30)
  for (const detectMs of [50, 60, 400]) times.addTracked({ waitMs: 2, detectMs })
  expect(times.averageAndReset(1500)).toEqual({
    cameraFps: 30,
    trackedFps: 2,
    droppedFrames: 30,
    waitMs: 2,
    detectMs: 60,
  })
})

test('starts afresh, and an empty second is all zeros', () => {
  const times = createStageTimes(0)
  times.addTracked({ waitMs: 2, detectMs: 3 })
  times.averageAndReset(1000)
  expect(times.averageAndReset(2000)).toEqual({
    cameraFps: 0,
    trackedFps: 0,
    droppedFrames: 0,
    waitMs: 0,
    detectMs: 0,
  })
})

test('divides nothing by no time', () => {
  expect(createStageTimes(5).averageAndReset(5).cameraFps).toBe(0)
})
