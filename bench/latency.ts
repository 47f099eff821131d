import { startX } from '../test/support/x11.ts'
import { cameraClip } from '../test/support/camera-clip.ts'
import { runApp, type FrameTimes } from './latency/run-app.ts'
import { runPlain } from './latency/run-plain.ts'

/**
 * Frame captured → pointer moved, in the Chromium host on a real X server, beside the plain program in bench/latency/plain
 * (tasks-vision on the page's main thread, a WebSocket, nut-js), with the same webcam picture in the same run. They take
 * turns, so that a machine that slows down slows all of them, and every figure is the median over the rounds: a host that
 * is slow for some seconds spoils a round, not the figure.
 */
const ROUNDS = 5
const SECONDS = 10
/** The first two seconds of a run pay for its start: pages are laid out and code is compiled. */
const WARM_UP_FRAMES = 60

const clip = cameraClip()
if (clip === undefined) {
  console.log('latency: skipped, needs the clip in ../shared/data/videos/golden')
  process.exit(0)
}
const display = await startX()
type Round = readonly FrameTimes[]
const native: Round[] = []
const app: Round[] = []
const plain: Round[] = []
for (let round = 0; round < ROUNDS; round++) {
  native.push(await withTracker('native'))
  app.push(await withTracker('mediapipe'))
  plain.push((await runPlain(display.name, clip, SECONDS)).slice(WARM_UP_FRAMES))
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
const moves = (rounds: readonly Round[]): string => rounds.map(({ length }) => length).join(' + ')
console.log(`Moves by Beckon (native) ${moves(native)}, (mediapipe) ${moves(app)}`)
console.log(`Moves by the plain program ${moves(plain)}`)
console.table([
  ...stages.map((stage) => row(stage, ({ stagesMs }) => stagesMs[stage])),
  row('captured → moved', ({ latencyMs }) => latencyMs),
])
const latency = (rounds: readonly Round[], ratio: number): number =>
  quantile(rounds, ({ latencyMs }) => latencyMs, ratio)
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

async function withTracker(name: string): Promise<Round> {
  const times = await runApp(display.name, clip ?? '', SECONDS, ['--tracker', name])
  return times.slice(WARM_UP_FRAMES)
}

/** The quantile of each round; of these the median. */
function quantile(
  rounds: readonly Round[],
  pick: (times: FrameTimes) => number | undefined,
  ratio: number,
): number {
  const each = rounds.map((times) =>
    sortedAt(
      times.flatMap((time) => pick(time) ?? []),
      ratio,
    ),
  )
  return Math.round(sortedAt(each, 0.5) * 100) / 100
}

function sortedAt(values: readonly number[], ratio: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor((sorted.length - 1) * ratio)] ?? Number.NaN
}
