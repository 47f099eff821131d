import { expect, test } from 'vitest'
import type { TrackerCommand, TrackerStatus } from '../../../../contract/channels/status.ts'
import { verbatim } from '../../../../core/sentence/sentence.ts'
import { measureTrackers } from './measure-trackers.ts'
import type { HandTracker, TrackerPicture } from '../trackers/tracker.ts'

const command = (name: string): TrackerCommand => ({
  name,
  delegate: 'cpu',
  model: { kind: 'found', url: '/models/hand.task' },
})
const asPicture = (value: object): TrackerPicture => value as TrackerPicture
const picture = asPicture({})

/** Trackers that take as long as the test says, on a clock that only they move. */
function stage(tookMs: Readonly<Record<string, (picture: number) => number>>) {
  let nowMs = 0
  const log: string[] = []
  const createTracker = ({ name }: TrackerCommand): HandTracker | undefined => {
    const took = tookMs[name]
    if (!took) return undefined
    let pictures = 0
    let lastMs = 0
    return {
      name,
      open: () => {
        log.push(`open ${name}`)
        const ready: TrackerStatus = { kind: 'ready', name, delegate: 'cpu' }
        const failed: TrackerStatus = { kind: 'failed', name, message: verbatim('no model') }
        return Promise.resolve(took(0) < 0 ? failed : ready)
      },
      detect: (_picture, atMs) => {
        expect(atMs).toBeGreaterThan(lastMs)
        lastMs = atMs
        pictures += 1
        nowMs += took(pictures)
        return Promise.resolve([])
      },
      close: () => log.push(`close ${name} at ${nowMs}`),
    }
  }
  return {
    log,
    measure: (names: string[]) =>
      measureTrackers(names.map(command), picture, { createTracker, nowMs: () => nowMs }),
  }
}

test('times one tracker after the other for two seconds each, without the first pictures', async () => {
  const { log, measure } = stage({ slow: () => 50, quick: (index) => (index < 5 ? 300 : 8) })
  expect(await measure(['slow', 'quick'])).toEqual([
    { name: 'slow', medianMs: 50 },
    { name: 'quick', medianMs: 8 },
  ])
  expect(log).toEqual(['open slow', 'close slow at 2000', 'open quick', 'close quick at 4000'])
})

test('a tracker that is not there, cannot be opened or fails has no time, and the others are timed', async () => {
  const { log, measure } = stage({
    broken: () => -1,
    failing: () => {
      throw new Error('no picture')
    },
    good: () => 20,
  })
  expect(await measure(['unknown', 'broken', 'good'])).toEqual([
    { name: 'unknown' },
    { name: 'broken' },
    { name: 'good', medianMs: 20 },
  ])
  expect(log.filter((line) => line.startsWith('close')).length).toBe(2)
})
