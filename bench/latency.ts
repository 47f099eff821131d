import { startX } from '../test/support/x11.ts'
import { cameraClip } from '../test/support/camera-clip.ts'
import { runApp, type FrameTimes } from './latency/run-app.ts'
import { runPlain } from './latency/run-plain.ts'

/**
 * Frame captured → pointer moved, in the Chromium host on a real X server, beside the plain program in bench/latency/plain
 * (tasks-vision on the page's main thread, a WebSocket, nut-js), with the same webcam picture in the same run. The two
 * take turns, so that a machine that slows down slows both.
 */
const ROUNDS = 2
const SECONDS = 15
/** The first two seconds of a run pay for its start: pages are laid out and code is compiled. */
const WARM_UP_FRAMES = 60

const clip = cameraClip()
if (clip === undefined) {
  console.log('latency: skipped, needs the clip in ../shared/data/videos/golden')
  process.exit(0)
}
const display = await startX()
const native: FrameTimes[] = []
const app: FrameTimes[] = []
const plain: FrameTimes[] = []
for (let round = 0; round < ROUNDS; round++) {
  native.push(...(await withTracker('native')))
  app.push(...(await withTracker('mediapipe')))
  plain.push(...(await runPlain(display.name, clip, SECONDS)).slice(WARM_UP_FRAMES))
}
await display.close()

const stages = ['wait', 'tracking', 'boundary', 'pipeline', 'output'] as const
const row = (what: string, pick: (times: FrameTimes) => number | undefined) => ({
  stage: what,
  'native p50 ms': quantile(native, pick, 0.5),
  'native p95 ms': quantile(native, pick, 0.95),
  'mediapipe p50 ms': quantile(app, pick, 0.5),
  'mediapipe p95 ms': quantile(app, pick, 0.95),
  'plain p50 ms': quantile(plain, pick, 0.5),
  'plain p95 ms': quantile(plain, pick, 0.95),
})
console.log(
  `${native.length} moves by Beckon (native), ${app.length} (mediapipe), ${plain.length} by the plain program`,
)
console.table([
  ...stages.map((stage) => row(stage, ({ stagesMs }) => stagesMs[stage])),
  row('captured → moved', ({ latencyMs }) => latencyMs),
])
const latency = (times: readonly FrameTimes[], ratio: number): number =>
  quantile(times, ({ latencyMs }) => latencyMs, ratio)
const per = (a: number, b: number): number => Math.round((a / b) * 1000) / 1000
const plainP50Ms = latency(plain, 0.5)
const figures = {
  appP50Ms: latency(app, 0.5),
  appP95Ms: latency(app, 0.95),
  nativeP50Ms: latency(native, 0.5),
  nativeP95Ms: latency(native, 0.95),
  plainP50Ms,
  appPerPlain: per(latency(app, 0.5), plainP50Ms),
  nativePerPlain: per(latency(native, 0.5), plainP50Ms),
}
console.log(JSON.stringify({ bench: 'latency', figures }))

async function withTracker(name: string): Promise<readonly FrameTimes[]> {
  const times = await runApp(display.name, clip ?? '', SECONDS, ['--tracker', name])
  return times.slice(WARM_UP_FRAMES)
}

function quantile(
  times: readonly FrameTimes[],
  pick: (times: FrameTimes) => number | undefined,
  ratio: number,
): number {
  const sorted = times.flatMap((each) => pick(each) ?? []).sort((a, b) => a - b)
  const value = sorted[Math.floor((sorted.length - 1) * ratio)] ?? Number.NaN
  return Math.round(value * 100) / 100
}
