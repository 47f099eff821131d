import { expect, test } from 'vitest'
import type { TrackerCommand, TrackerStatus } from '../../../../contract/channels/status.ts'
import { say } from '../../../../contract/words/say.ts'
import type { TimedPicture, TrackerReport } from './messages.ts'
import type { HandTracker, TrackerPicture } from '../trackers/tracker.ts'
import { TrackerLoop } from './tracker-loop.ts'

const command: TrackerCommand = {
  name: 'scripted',
  delegate: 'cpu',
  model: { kind: 'found', url: '/models/hand.task' },
}

/** A loop around a tracker that throws at the pictures named in `bad`, and a clock that only a test moves. */
function scripted(bad: ReadonlySet<number>) {
  const reports: TrackerReport[] = []
  const timers: { delayMs: number; act: () => void }[] = []
  let asked = 0
  let closedPictures = 0
  let openings = 0
  let detections = 0
  const tracker: HandTracker = {
    name: 'scripted',
    open: () => {
      openings += 1
      return Promise.resolve({ kind: 'ready', name: 'scripted', delegate: 'cpu' })
    },
    detect: () => {
      detections += 1
      return bad.has(detections)
        ? Promise.reject(new Error('scripted failure'))
        : Promise.resolve([])
    },
    close: () => undefined,
  }
  const loop = new TrackerLoop({
    what: say('Hand tracking'),
    frameOf: (times) => ({ ...times, hands: [] }),
    createTracker: ({ name }) => (name === 'scripted' ? tracker : undefined),
    report: (report) => reports.push(report),
    askNext: () => (asked += 1),
    nowMs: () => 0,
    epochMs: () => 1000,
    after: (delayMs, act) => {
      timers.push({ delayMs, act })
      return () => undefined
    },
  })
  const picture = (): TimedPicture => ({
    picture: asPicture({ width: 640, height: 480, close: () => (closedPictures += 1) }),
    sequence: 0,
    atMs: 0,
    capturedAtMs: 990,
  })
  return {
    loop,
    timers,
    take: async (count: number) => {
      for (let index = 0; index < count; index++) await loop.detect(picture())
    },
    statuses: (): TrackerStatus['kind'][] =>
      reports.flatMap((report) => (report.kind === 'status' ? [report.status.kind] : [])),
    count: (kind: TrackerReport['kind']) => reports.filter((report) => report.kind === kind).length,
    asked: () => asked,
    openings: () => openings,
    closedPictures: () => closedPictures,
    reports,
  }
}

const asPicture = (picture: { width: number; height: number; close(): void }) =>
  picture as TrackerPicture as ImageBitmap

test('loses one picture, not the tracker, when the tracker throws', async () => {
  const stage = scripted(new Set([2]))
  await stage.loop.open(command)
  await stage.take(3)
  expect(stage.count('frame')).toBe(2)
  expect(stage.count('skipped')).toBe(1)
  expect(stage.asked()).toBe(4)
  expect(stage.statuses()).toEqual(['loading', 'ready'])
})

test('closes every picture it was given', async () => {
  const stage = scripted(new Set([2]))
  await stage.take(1)
  await stage.loop.open(command)
  await stage.take(3)
  expect(stage.closedPictures()).toBe(4)
})

test('opens the tracker anew after five failures running, later each time', async () => {
  const stage = scripted(new Set(Array.from({ length: 15 }, (_, index) => index + 1)))
  await stage.loop.open(command)
  for (const delayMs of [1000, 2000, 4000]) {
    await stage.take(5)
    const timer = stage.timers.at(-1)
    expect(timer?.delayMs).toBe(delayMs)
    timer?.act()
    await Promise.resolve()
    await Promise.resolve()
  }
  expect(stage.openings()).toBe(4)
  expect(stage.statuses().filter((kind) => kind === 'failed')).toHaveLength(3)
  await stage.take(1)
  expect(stage.count('frame')).toBe(1)
})

test('tells how long a picture waited', async () => {
  const stage = scripted(new Set())
  await stage.loop.open(command)
  await stage.take(1)
  expect(stage.reports.at(-1)).toMatchObject({
    kind: 'frame',
    frame: { waitMs: 10, aspectRatio: 4 / 3 },
  })
})

test('says so when there is no tracker of that name', async () => {
  const stage = scripted(new Set())
  await stage.loop.open({ ...command, name: 'crystal-ball' })
  expect(stage.reports.at(-1)).toEqual({
    kind: 'status',
    status: {
      kind: 'failed',
      name: 'crystal-ball',
      message: say('There is no tracker named “{}”.', 'crystal-ball'),
      fix: say('Start with --tracker mediapipe or --tracker native'),
    },
  })
})
