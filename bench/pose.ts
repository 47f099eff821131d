import { startService } from './letters/service.ts'
import { poseClip } from './pose/clip.ts'
import { liveStream } from './pose/live-stream.ts'
import { openNativeSpeed } from './pose/native-speed.ts'
import { overlayRuns } from './pose/overlay.ts'
import { openTasksVision } from './pose/tasks-vision.ts'

/*
 * What live poses cost: the native tracker beside tasks-vision (CPU, full model, from ready ImageBitmaps) and beside its own
 * model alone, taking turns on the same frames; the service (pose and two hands, JPEGs of 640×480 at 30 fps over Socket.IO)
 * beside a plain loop of tasks-vision; and how evenly the demo page draws meanwhile. `npm run bench -- pose`
 */
const ROUNDS = 3
const FRAMES_PER_ROUND = 60
const SECONDS = 8
const RATES = [10, 15, 24]

const clip = await poseClip()
const native = await openNativeSpeed()
const tasks = await openTasksVision(clip.jpegs)
const tasksMs: number[] = []
// The first round of each warms up.
await native.round(clip, 10)
await tasks.poseRound(10)
native.engineMs.length = native.modelMs.length = 0
for (let round = 0; round < ROUNDS; round++) {
  await native.round(clip, FRAMES_PER_ROUND)
  tasksMs.push(...(await tasks.poseRound(FRAMES_PER_ROUND)))
}
await native.close()

const service = await startService()
const live = [await liveStream(service.url, clip, SECONDS)]
const plainMs = [...(await tasks.plainLoop(SECONDS))]
live.push(await liveStream(service.url, clip, SECONDS))
plainMs.push(...(await tasks.plainLoop(SECONDS)))
await tasks.close()
const overlay = await overlayRuns(service.url, clip, RATES, SECONDS)
await service.stop()

const liveMs = live.flatMap(({ latencyMs }) => latencyMs)
const mean = (pick: (run: (typeof live)[number]) => number): number =>
  live.reduce((sum, run) => sum + pick(run), 0) / live.length
console.log(
  `${clip.name}: native ${median(native.engineMs).toFixed(1)} ms a frame, its model alone ` +
    `${median(native.modelMs).toFixed(1)}, tasks-vision ${median(tasksMs).toFixed(1)}`,
)
console.log(
  `service: a body in ${Math.round(100 * mean((run) => run.withBody))} % of the results, ` +
    `${mean((run) => run.handsPerResult).toFixed(2)} hands in each`,
)
console.table(overlay.map((run) => ({ ...run, frameP95Ms: round(run.frameP95Ms) })))
const figures = {
  nativePerTasksVision: round(median(native.engineMs) / median(tasksMs)),
  nativePerFloor: round(median(native.engineMs) / median(native.modelMs)),
  resultsPerSecond: round(mean((run) => run.resultsPerSecond)),
  p50Ms: round(median(liveMs)),
  p95Ms: round(quantile(liveMs, 0.95)),
  plainP50Ms: round(median(plainMs)),
  overlayP95Ms: round(Math.max(...overlay.map((run) => run.frameP95Ms))),
}
console.table([
  {
    figure: 'ms per frame, native ÷ tasks-vision',
    is: figures.nativePerTasksVision,
    bar: '≤ 0.30',
  },
  { figure: 'engine ÷ its model alone', is: figures.nativePerFloor, bar: '≤ 1.35' },
  { figure: 'results a second, pose and two hands', is: figures.resultsPerSecond, bar: '≥ 24' },
  { figure: 'capture → result, median, ms', is: figures.p50Ms, bar: '≤ 60' },
  { figure: 'the plain loop, ms', is: figures.plainP50Ms, bar: '' },
  { figure: 'frame time of the overlay, 95 %, ms', is: figures.overlayP95Ms, bar: '≤ 17' },
])
console.log(JSON.stringify({ bench: 'pose', figures }))

function median(list: readonly number[]): number {
  return quantile(list, 0.5)
}

function quantile(list: readonly number[], share: number): number {
  const sorted = list.toSorted((a, b) => a - b)
  return sorted[Math.floor((sorted.length - 1) * share)] ?? Number.NaN
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000
}
