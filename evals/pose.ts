import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Body } from '../src/core/body/body.ts'
import { countRepetition, NO_REPETITIONS, SQUAT } from '../src/core/body/repetitions.ts'
import { createBodySmoother } from '../src/core/body/smooth-bodies.ts'
import { openPoseEngine } from '../src/inference/pose-engine.ts'
import {
  angleErrors,
  degreesOf,
  goldenBody,
  landmarkDifferences,
  landmarkErrors,
} from './pose/errors.ts'
import { listedGolden, namedGolden } from './pose/golden.ts'
import { MODELS_FOLDER, nativeBodies, tasksVisionBodies, type VideoBodies } from './pose/videos.ts'
import { quantile } from './support/hand-distance.ts'

/*
 * How far body landmarks and angles are from published ones, native and tasks-vision side by side, full model:
 * `npm run eval -- pose`.
 *
 * The golden points are other programs' results on the same videos, not measurements. Those of pose_squats are BlazePose's
 * (tfjs-models, 33 points, also in metres), smoothed as if its five frames a second had come at thirty; so native's results
 * are smoothed as the app does, at that pace, and tasks-vision, which smooths by itself, is given the same times. Those of
 * pose_1 are MoveNet's, 17 points, whose shoulders, hips and hidden knees are not where BlazePose's are: `medianErrorPerTorso`
 * is of pose_squats, and pose_1 has a figure of its own. What the trackers say before any smoothing is compared at the end.
 */
const GOLDEN = join(import.meta.dirname, '../../shared/data/videos/golden')
const SQUATS = join(GOLDEN, 'pose_squats.mp4')
const INTERVIEW = join(GOLDEN, 'pose_1.mp4')
const SQUATS_FPS = 5
const GOLDEN_FPS = 30
if (!existsSync(SQUATS)) {
  console.log('Skipped: the videos at ../shared/data are not here.')
  process.exit(0)
}

const squatPoints = listedGolden(join(GOLDEN, 'pose_squats.full.json'))
const squatMetres = listedGolden(join(GOLDEN, 'pose_squats_3d.full.json'))
const interviewPoints = namedGolden(join(GOLDEN, 'pose_1.json'))

const engine = await openPoseEngine({ folder: MODELS_FOLDER, size: 'full' })
const raw = {
  squats: await nativeBodies(engine, SQUATS),
  interview: await nativeBodies(engine, INTERVIEW),
}
const nativeStills = await nativeBodies(engine, SQUATS, 'stills')
await engine.close()
const native = { squats: smooth(raw.squats), interview: smooth(raw.interview) }
const tasks = {
  squats: await tasksVisionBodies(SQUATS, GOLDEN_FPS),
  interview: await tasksVisionBodies(INTERVIEW, GOLDEN_FPS),
}
const tasksStills = await tasksVisionBodies(SQUATS, undefined)

const median = (values: readonly number[]): number => quantile(values, 0.5)
const errors = (bodies: typeof native) => ({
  'pose_squats, per torso': median(landmarkErrors(bodies.squats, squatPoints)),
  'pose_squats, 90 %': quantile(landmarkErrors(bodies.squats, squatPoints), 0.9),
  'pose_1, per torso': median(landmarkErrors(bodies.interview, interviewPoints)),
  'knee, degrees': median(angleErrors(bodies.squats.frames, squatMetres, 'knee')),
  'hip, degrees': median(angleErrors(bodies.squats.frames, squatMetres, 'hip')),
  'squats counted': squats(bodies.squats.frames),
})
const [nativeErrors, tasksErrors] = [errors(native), errors(tasks)]
const goldenSquats = squats(squatMetres.map(goldenBody))
const apart = median(landmarkDifferences(nativeStills, tasksStills))
console.table({
  native: rounded(nativeErrors),
  'native, not smoothed': rounded(errors(raw)),
  'tasks-vision': rounded(tasksErrors),
})
console.log(
  `Squats in the golden points: ${goldenSquats}. Each frame a picture of its own, native is ${apart.toFixed(4)} of a torso (median) ` +
    'from tasks-vision.',
)
const figures = rounded({
  medianErrorPerTorso: nativeErrors['pose_squats, per torso'],
  kneeDegrees: nativeErrors['knee, degrees'],
  hipDegrees: nativeErrors['hip, degrees'],
  tasksVisionErrorPerTorso: tasksErrors['pose_squats, per torso'],
  tasksVisionKneeDegrees: tasksErrors['knee, degrees'],
  tasksVisionHipDegrees: tasksErrors['hip, degrees'],
  repetitions: nativeErrors['squats counted'],
  goldenRepetitions: goldenSquats,
  pose1ErrorPerTorso: nativeErrors['pose_1, per torso'],
  tasksVisionPose1ErrorPerTorso: tasksErrors['pose_1, per torso'],
  nativeFromTasksVisionPerTorso: apart,
  framesFoundShare: foundShare(native.squats, native.interview),
})
console.log(JSON.stringify({ eval: 'pose', figures }))

/** As the app does, at the golden points' pace. */
function smooth(video: VideoBodies): VideoBodies {
  const smoother = createBodySmoother()
  const frames = video.frames.map((body, index) => {
    const [smoothed] = smoother.step(body ? [body] : [], (index * 1000) / GOLDEN_FPS)
    return smoothed?.body
  })
  return { ...video, frames }
}

/** By the mean of both knees, as the app counts. */
function squats(frames: readonly (Body | undefined)[]): number {
  const bends = frames.map((body) =>
    body ? (degreesOf(body, 'left.knee') + degreesOf(body, 'right.knee')) / 2 : Number.NaN,
  )
  return bends.reduce(
    (state, degrees, index) => countRepetition(state, degrees, (index * 1000) / SQUATS_FPS, SQUAT),
    NO_REPETITIONS,
  ).count
}

function foundShare(...videos: readonly VideoBodies[]): number {
  const frames = videos.flatMap((video) => video.frames)
  return frames.filter((body) => body !== undefined).length / frames.length
}

function rounded<Name extends string>(
  values: Readonly<Record<Name, number>>,
): Record<string, number> {
  return Object.fromEntries(
    Object.entries<number>(values).map(([name, value]) => [
      name,
      Math.round(value * 10_000) / 10_000,
    ]),
  )
}
