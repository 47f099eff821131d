import { startX } from '../test/support/x11.ts'
import { cameraClip } from './latency/camera-clip.ts'
import { runApp, type FrameTimes } from './latency/run-app.ts'
import { runPlain } from './latency/run-plain.ts'

/**
 * Frame captured → pointer moved, in the Chromium host on a real X server, beside the plain program in bench/latency/plain
 * (tasks-vision on the page's main thread, a WebSocket, nut-js), with the same webcam picture in the same run. The two
 * take turns, so that a machine that slows down slows both.
 */
const ROUNDS = 2
const SECONDS = 15
/** The first frames of a run pay for its start. */
const WARM_UP_FRAMES = 20

const clip = cameraClip()
if (clip === undefined) {
  console.log('latency: skipped, needs the clip in ../shared/data/videos/golden')
  process.exit(0)
}
const display = await startX()
const app: FrameTimes[] = []
const plain: FrameTimes[] = []
for (let round = 0; round < ROUNDS; round++) {
  app.push(...(await runApp(display.name, clip, SECONDS, [])).slice(WARM_UP_FRAMES))
  plain.push(...(await runPlain(display.name, clip, SECONDS)).slice(WARM_UP_FRAMES))
}
await display.close()

const stages = ['wait', 'tracking', 'boundary', 'pipeline', 'output'] as const
const row = (what: string, pick: (times: FrameTimes) => number | undefined) => ({
  stage: what,
  'Beckon p50 ms': quantile(app, pick, 0.5),
  'Beckon p95 ms': quantile(app, pick, 0.95),
  'plain p50 ms': quantile(plain, pick, 0.5),
  'plain p95 ms': quantile(plain, pick, 0.95),
})
console.log(`${app.length} moves by Beckon, ${plain.length} by the plain program`)
console.table([
  ...stages.map((stage) => row(stage, ({ stagesMs }) => stagesMs[stage])),
  row('captured → moved', ({ latencyMs }) => latencyMs),
])
const appP50Ms = quantile(app, ({ latencyMs }) => latencyMs, 0.5)
const plainP50Ms = quantile(plain, ({ latencyMs }) => latencyMs, 0.5)
const figures = {
  appP50Ms,
  appP95Ms: quantile(app, ({ latencyMs }) => latencyMs, 0.95),
  plainP50Ms,
  appPerPlain: Math.round((appP50Ms / plainP50Ms) * 1000) / 1000,
}
console.log(JSON.stringify({ bench: 'latency', figures }))

function quantile(
  times: readonly FrameTimes[],
  pick: (times: FrameTimes) => number | undefined,
  ratio: number,
): number {
  const sorted = times.flatMap((each) => pick(each) ?? []).sort((a, b) => a - b)
  const value = sorted[Math.floor((sorted.length - 1) * ratio)] ?? Number.NaN
  return Math.round(value * 100) / 100
}
