import type { TrackerOrder, TrackerTiming } from '../../../../contract/channels/status.ts'
import type { Tracker, TrackerPicture } from '../trackers/tracker.ts'

interface MeasuringWorld {
  createTracker(order: TrackerOrder): Tracker<unknown> | undefined
  nowMs(): number
}

const MEASURE_MS = 2000
/** The first pictures find it and warm up what is compiled late. */
const WARM_UP_PICTURES = 5
const FRAME_MS = 1000 / 30

/** Times each tracker on a picture of what it looks for, for two seconds. One that cannot be opened or that fails has no time. */
export async function measureTrackers(
  orders: readonly TrackerOrder[],
  picture: TrackerPicture,
  world: MeasuringWorld,
): Promise<TrackerTiming[]> {
  const timings: TrackerTiming[] = []
  for (const order of orders) {
    const medianMs = await measure(order, picture, world)
    timings.push({ name: order.name, ...(medianMs === undefined ? {} : { medianMs }) })
  }
  return timings
}

async function measure(
  order: TrackerOrder,
  picture: TrackerPicture,
  world: MeasuringWorld,
): Promise<number | undefined> {
  const tracker = world.createTracker(order)
  if (!tracker) return undefined
  const tookMs: number[] = []
  try {
    const status = await tracker.open(order)
    if (status.kind !== 'ready') return undefined
    const endMs = world.nowMs() + MEASURE_MS
    for (let index = 1; world.nowMs() < endMs; index += 1) {
      const beganMs = world.nowMs()
      const lent = 'clone' in picture ? picture.clone() : undefined
      await tracker.detect(lent ?? picture, index * FRAME_MS)
      lent?.close()
      if (index > WARM_UP_PICTURES) tookMs.push(world.nowMs() - beganMs)
    }
  } catch {
    return undefined
  } finally {
    tracker.close()
  }
  return tookMs.toSorted((a, b) => a - b)[tookMs.length >> 1]
}
