import type { TrackerCommand, TrackerTiming } from '../../../../contract/channels/status.ts'
import { median } from '../../../../core/filter/median.ts'
import type { Tracker, TrackerPicture } from '../trackers/tracker.ts'

interface MeasuringDependencies {
  createTracker(command: TrackerCommand): Tracker<unknown> | undefined
  nowMs(): number
}

const MEASURE_MS = 2000
/** The first pictures find it and warm up what is compiled late. */
const WARM_UP_PICTURES = 5
const FRAME_MS = 1000 / 30

/** Times each tracker on a picture of what it looks for, for two seconds. One that cannot be opened or that fails has no time. */
export async function measureTrackers(
  commands: readonly TrackerCommand[],
  picture: TrackerPicture,
  world: MeasuringDependencies,
): Promise<TrackerTiming[]> {
  const timings: TrackerTiming[] = []
  for (const command of commands) {
    const medianMs = await measureTracker(command, picture, world)
    timings.push({ name: command.name, ...(medianMs === undefined ? {} : { medianMs }) })
  }
  return timings
}

async function measureTracker(
  command: TrackerCommand,
  picture: TrackerPicture,
  world: MeasuringDependencies,
): Promise<number | undefined> {
  const tracker = world.createTracker(command)
  if (!tracker) return undefined
  const tookMs: number[] = []
  try {
    const status = await tracker.open(command)
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
  return median(tookMs)
}
