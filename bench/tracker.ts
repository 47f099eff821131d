import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { inEnglish } from '../src/core/sentence/sentence.ts'
import { parseDurationMs } from '../src/main/app/cli.ts'
import { noHandClip, oneHandClips, twoHandClip, type Clip } from './tracker/clips.ts'
import {
  MODELS_FOLDER,
  openLegacyHands,
  openNative,
  openTasksVision,
  type NativeContender,
} from './tracker/contenders.ts'
import { decodedFrames, demoHandFrames, engineFloor } from './tracker/engine-floor.ts'
import { residentMb } from './tracker/process-tree.ts'

/*
 * What tracking costs: the native tracker beside tasks-vision and the older @mediapipe/hands, on the same frames, with
 * the same (full) models, in one run in which they take turns. `npm run bench -- tracker [--soak 30m]`
 *
 * Native is timed as the page sees it: from a camera's frame in hand to the hands in hand, the copy, the way to its
 * process and back included. tasks-vision is timed from a ready ImageBitmap, the older package from a ready canvas.
 * Processor time is that of the whole process tree for 1,800 camera frames, a minute at 30 a second: a tracker that
 * cannot keep up is not rewarded for the frames it never looked at.
 */
const ROUNDS = 5
/** Of a pace kept for ten seconds the middle one counts: a machine lent by the hour stops for moments. */
const PACED_RUNS = 3
/** The older package computes on WebGL, which is slow where there is no graphics card: fewer frames have to do. */
const LEGACY = { framesPerRound: 8, warmUpFrames: 3 }
/** The first frames of a round find the hand and fill the caches. */
const WARM_UP_FRAMES = 10
const USUAL = { framesPerRound: 90, warmUpFrames: WARM_UP_FRAMES }
const MINUTE_FRAMES = 1800
const CPU_FRAMES = 450
const SETTLING_FRAMES = 90

const { values } = parseArgs({ options: { soak: { type: 'string', default: '30s' } } })
const soakMs = parseDurationMs(values.soak)
if (!soakMs.ok) throw new Error(inEnglish(soakMs.problem.message))

const native = await openNative()
const tasks = await openTasksVision()
const legacy = await openLegacyHands().catch((error: unknown) => {
  console.log(`@mediapipe/hands does not run in this browser: ${String(error)}`)
  return undefined
})

const oneHand = await compareSpeed(oneHandClips)
const twoHands = await compareSpeed([twoHandClip])
await legacy?.close()
const floor = await measureFloor()
const tracking = await compareCpu(oneHandClips.at(-1) ?? twoHandClip)
const idle = await compareCpu(noHandClip)
const fpsTwoHands = await keptFps(twoHandClip, 30)
const fpsOneHand = await keptFps(oneHandClips.at(-1) ?? twoHandClip, 60)
const memory = await soak(native, soakMs.value)
await native.close()
await tasks.close()

const figures = {
  nativePerTasksVision: pairedRatio(oneHand, 'mediapipe'),
  nativePerLegacyHands: pairedRatio(oneHand, 'legacy'),
  nativePerTasksVisionTwoHands: pairedRatio(twoHands, 'mediapipe'),
  nativePerFloor: ratio(floor.engineMs, floor.modelMs),
  cpuNativePerTasksVision: ratio(tracking.native, tracking.tasks),
  idleCpuNativePerTasksVision: ratio(idle.native, idle.tasks),
  fpsTwoHands,
  fpsOneHandAt60: fpsOneHand,
  memoryMb: Math.round(memory.mostMb),
}
console.table([
  {
    figure: 'ms per frame, native ÷ tasks-vision',
    is: figures.nativePerTasksVision,
    bar: '≤ 0.20',
  },
  { figure: 'the same, two hands', is: figures.nativePerTasksVisionTwoHands, bar: '' },
  {
    figure: 'ms per frame, native ÷ @mediapipe/hands',
    is: figures.nativePerLegacyHands,
    bar: '≤ 0.25',
  },
  { figure: 'engine ÷ the landmark model alone', is: figures.nativePerFloor, bar: '≤ 1.35' },
  {
    figure: 'processor, native ÷ tasks-vision',
    is: figures.cpuNativePerTasksVision,
    bar: '≤ 0.30',
  },
  { figure: 'the same, no hand in view', is: figures.idleCpuNativePerTasksVision, bar: '≤ 0.15' },
  { figure: 'frames a second of 30, two hands', is: fpsTwoHands, bar: '≥ 29' },
  { figure: 'frames a second of 60, one hand', is: fpsOneHand, bar: '' },
  { figure: 'memory of the tracker process, MB', is: figures.memoryMb, bar: '≤ 200' },
])
console.log(JSON.stringify({ bench: 'tracker', figures }))

/** The median time of a frame, per contender and round, in ms; in a round they run one right after the other. */
type RoundTimes = Readonly<Record<string, readonly number[]>>

async function compareSpeed(clips: readonly Clip[]): Promise<RoundTimes> {
  const times: Record<string, number[]> = {}
  const contenders = [native, tasks, legacy].filter((contender) => contender !== undefined)
  for (const clip of clips) {
    for (const contender of contenders) await contender.load(clip)
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const contender of contenders) {
        const { framesPerRound, warmUpFrames } = contender.name === 'legacy' ? LEGACY : USUAL
        const { detectMs } = await contender.run(framesPerRound)
        ;(times[contender.name] ??= []).push(quantile(detectMs.slice(warmUpFrames), 0.5))
      }
    }
  }
  const names = clips.map(({ name }) => name).join(', ')
  for (const [name, ms] of Object.entries(times)) {
    console.log(
      `${names}: ${name} ${quantile(ms, 0.5).toFixed(1)} ms a frame (median of the rounds), ` +
        `${Math.min(...ms).toFixed(1)} to ${Math.max(...ms).toFixed(1)} (best and worst round)`,
    )
  }
  return times
}

/** Native to another, round by round, and of that the median: a moment in which the machine is slow is slow for both. */
function pairedRatio(times: RoundTimes, other: string): number {
  const ratios = (times['native'] ?? []).map((ms, round) =>
    ratio(ms, times[other]?.[round] ?? Number.NaN),
  )
  return quantile(ratios, 0.5)
}

async function measureFloor(): Promise<{ readonly engineMs: number; readonly modelMs: number }> {
  const clip = oneHandClips.at(-1)?.source
  const picture = join(import.meta.dirname, '../test/pictures/demo-hand.jpg')
  const frames = clip
    ? decodedFrames(clip.ffmpegArgs, clip.widthPx, clip.heightPx)
    : await demoHandFrames(picture, 200)
  const times = await engineFloor(MODELS_FOLDER, frames)
  const engineMs = quantile(times.engineMs.slice(WARM_UP_FRAMES), 0.5)
  const modelMs = quantile(times.modelMs.slice(WARM_UP_FRAMES), 0.5)
  console.log(
    `engine ${engineMs.toFixed(1)} ms a frame, the landmark model alone ${modelMs.toFixed(1)} ms`,
  )
  return { engineMs, modelMs }
}

/** Processor seconds for a minute's frames. Native keeps the camera's pace; tasks-vision takes the time it needs. */
async function compareCpu(
  clip: Clip,
): Promise<{ readonly native: number; readonly tasks: number }> {
  await native.load(clip)
  await tasks.load(clip)
  // What the clip before has left behind is over: with nobody there the native tracker rests after two seconds.
  await native.run(SETTLING_FRAMES, 30)
  const spent = { native: 0, tasks: 0 }
  // What tasks-vision costs does not depend on the pace; a third of the frames is enough.
  for (const [contender, name, frames, fps] of [
    [native, 'native', CPU_FRAMES, 30],
    [tasks, 'tasks', CPU_FRAMES / 3, undefined],
    [native, 'native', CPU_FRAMES, 30],
    [tasks, 'tasks', CPU_FRAMES / 3, undefined],
  ] as const) {
    const beforeS = contender.cpuSeconds()
    const { dropped } = await contender.run(frames, fps)
    const perFrame = (contender.cpuSeconds() - beforeS) / (frames - dropped)
    spent[name] += (perFrame * MINUTE_FRAMES) / 2
  }
  console.log(
    `${clip.name}: ${spent.native.toFixed(1)} s of processor time a minute (native), ${spent.tasks.toFixed(1)} s (tasks-vision)`,
  )
  return spent
}

async function keptFps(clip: Clip, fps: number): Promise<number> {
  await native.load(clip)
  const kept: number[] = []
  for (let run = 0; run < PACED_RUNS; run += 1) {
    const { detectMs, hands, spanMs } = await native.run(10 * fps, fps)
    kept.push((detectMs.length * 1000) / spanMs)
    console.log(
      `${clip.name} at ${fps} fps: ${kept.at(-1)?.toFixed(1)} frames a second, ${(hands / detectMs.length).toFixed(2)} hands a frame`,
    )
  }
  return Math.round(quantile(kept, 0.5) * 10) / 10
}

async function soak(
  contender: NativeContender,
  forMs: number,
): Promise<{ readonly mostMb: number }> {
  await contender.load(twoHandClip)
  const samples: number[] = []
  const endMs = performance.now() + forMs
  while (performance.now() < endMs) {
    await contender.run(300, 30)
    samples.push(residentMb(contender.trackerPid))
  }
  const tenth = Math.max(1, Math.floor(samples.length / 10))
  const early = quantile(samples.slice(0, tenth), 0.5)
  const late = quantile(samples.slice(-tenth), 0.5)
  console.log(
    `tracker process after ${values.soak}: ${early.toFixed(0)} MB at first, ${late.toFixed(0)} MB at last, ${Math.max(...samples).toFixed(0)} MB at most`,
  )
  return { mostMb: Math.max(...samples) }
}

function ratio(a: number | undefined, b: number | undefined): number {
  return Math.round(((a ?? Number.NaN) / (b ?? Number.NaN)) * 1000) / 1000
}

function quantile(list: readonly number[], share: number): number {
  const sorted = list.toSorted((a, b) => a - b)
  return sorted[Math.floor((sorted.length - 1) * share)] ?? Number.NaN
}
