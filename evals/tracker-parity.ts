import { existsSync, globSync, readFileSync } from 'node:fs'
import { join, sep } from 'node:path'
import { palmError, pairHands, quantile, type HandPair } from './support/hand-distance.ts'
import { landmarksOfImages, landmarksOfVideo } from './support/landmarks.ts'
import { openNativeLandmarks } from './support/native-landmarks.ts'
import type { RawPicture } from './support/raw-hands.ts'

/*
 * The native tracker beside tasks-vision on the same pictures, same models: does it find as many hands, at the same
 * places, with the same sides, and no more hands where there are none? `npm run eval -- tracker-parity [--every N]`
 * looks at every N-th picture only.
 */
const DATA = join(import.meta.dirname, '..', '..', 'shared', 'data')
const IMAGES = [
  { name: 'asl massey5signers', pattern: 'asl_images/massey5signers/*/*', padRatio: 0.35 },
  ...['aditi', 'kishore017', 'longhong', 'msl_photo', 'muneeb', 'rakshanjali', 'xardous'].map(
    (source) => ({ name: `asl ${source}`, pattern: `asl_images/${source}/*/*`, padRatio: 0 }),
  ),
  { name: 'digits ardamavi', pattern: 'digit_images/ardamavi/*/*', padRatio: 0 },
  { name: 'digits massey5signers', pattern: 'digit_images/massey5signers/*/*', padRatio: 0.35 },
  { name: 'digits msl_photo', pattern: 'digit_images/msl_photo/*/*', padRatio: 0 },
  { name: 'people hagrid_mp', pattern: 'people_images/hagrid_mp/*/*', padRatio: 0 },
] as const
const VIDEOS = [
  'golden/asl_hand.25fps.mp4',
  'gesture/mp_open_palm.mp4',
  'gesture/mp_thumb_up.mp4',
] as const
/** Heads that turn; no hand comes into the picture. */
const HANDLESS = [
  'negative/head-pose-face-detection-female.gif',
  'negative/head-pose-face-detection-male.gif',
] as const
const GOLDEN = {
  video: VIDEOS[0],
  landmarks: 'golden/asl_hand.full.json',
  widthPx: 620,
  heightPx: 1080,
}

interface Comparison {
  readonly pictures: number
  readonly nativeFound: number
  readonly tasksFound: number
  readonly pairs: readonly HandPair[]
}

if (!existsSync(DATA)) {
  console.log('Skipped: the pictures at ../shared/data are not here.')
  process.exit(0)
}
const native = await openNativeLandmarks()
const images = await compareImages()
const videos = await compareVideos()
const falseHands = await countFalseHands()
const goldenRatio = await goldenErrorRatio()
await native.close()

const all = [...images, ...videos]
const sum = (pick: (comparison: Comparison) => number): number =>
  images.reduce((total, comparison) => total + pick(comparison), 0)
const pairs = all.flatMap((comparison) => comparison.pairs)
const sameSide = pairs.filter(({ hand, reference }) => hand.handedness === reference.handedness)
const figures = {
  detectionRateGap: round(
    (100 * (sum((c) => c.nativeFound) - sum((c) => c.tasksFound))) / sum((c) => c.pictures),
  ),
  medianPalmError: round(
    quantile(
      videos.flatMap((c) => c.pairs.map(({ error }) => error)),
      0.5,
    ),
  ),
  medianPalmErrorStills: round(
    quantile(
      images.flatMap((c) => c.pairs.map(({ error }) => error)),
      0.5,
    ),
  ),
  goldenErrorRatio: goldenRatio,
  handednessAgreement: round(sameSide.length / pairs.length),
  falseHandsGap: falseHands.native - falseHands.tasks,
}
console.log(JSON.stringify({ eval: 'tracker-parity', figures }))

async function compareImages(): Promise<readonly Comparison[]> {
  const every = Number(process.argv[process.argv.indexOf('--every') + 1] ?? 1) || 1
  const comparisons: Comparison[] = []
  for (const { name, pattern, padRatio } of IMAGES) {
    const files = globSync(join(DATA, pattern.replaceAll('/', sep)))
      .toSorted()
      .filter((_, index) => index % every === 0)
    const references = await landmarksOfImages(files, { padRatio })
    const found: (RawPicture | undefined)[] = []
    for (const file of files) found.push(await native.ofImage(file, padRatio))
    comparisons.push(compare(name, found, references))
  }
  return comparisons
}

async function compareVideos(): Promise<readonly Comparison[]> {
  const comparisons: Comparison[] = []
  for (const video of VIDEOS) {
    const { references, found } = await bothOfVideo(video)
    comparisons.push(compare(video, found, references))
  }
  return comparisons
}

async function bothOfVideo(video: string) {
  const file = join(DATA, 'videos', video)
  const references = await landmarksOfVideo(file)
  return { references, found: await native.ofVideo(file) }
}

function compare(
  name: string,
  found: readonly (RawPicture | undefined)[],
  references: readonly (RawPicture | undefined)[],
): Comparison {
  const count = (list: readonly (RawPicture | undefined)[]): number =>
    list.filter((picture) => (picture?.hands.length ?? 0) > 0).length
  const matched = found.flatMap((picture, index) => {
    const reference = references[index]
    return picture && reference ? pairHands(picture, reference) : []
  })
  const errors = matched.map(({ error }) => error)
  const comparison = {
    pictures: found.length,
    nativeFound: count(found),
    tasksFound: count(references),
    pairs: matched,
  }
  const { pictures, nativeFound, tasksFound } = comparison
  const sides = matched.filter(({ hand, reference }) => hand.handedness === reference.handedness)
  console.log(
    `${name.padEnd(28)} of ${pictures} pictures a hand in ${nativeFound} (native), ${tasksFound} (tasks-vision); ` +
      `palm sizes apart ${quantile(errors, 0.5).toFixed(4)} (median), ${quantile(errors, 0.9).toFixed(4)} (90 %); ` +
      `same side ${((100 * sides.length) / matched.length).toFixed(1)} %`,
  )
  return comparison
}

async function countFalseHands(): Promise<{ readonly native: number; readonly tasks: number }> {
  const totals = { native: 0, tasks: 0 }
  for (const video of HANDLESS) {
    const { references, found } = await bothOfVideo(video)
    const hands = (list: readonly RawPicture[]): number =>
      list.reduce((total, picture) => total + picture.hands.length, 0)
    totals.native += hands(found)
    totals.tasks += hands(references)
  }
  console.log(
    `hands where there are none    ${totals.native} (native), ${totals.tasks} (tasks-vision)`,
  )
  return totals
}

/** How far native is from the published landmarks, over how far tasks-vision is. */
async function goldenErrorRatio(): Promise<number> {
  const golden = parseGolden(readFileSync(join(DATA, 'videos', GOLDEN.landmarks), 'utf8'))
  const { references, found } = await bothOfVideo(GOLDEN.video)
  const median = (list: readonly RawPicture[]): number =>
    quantile(
      list.flatMap((picture, index) => {
        const [hand] = picture.hands
        const truth = golden[index]
        return hand && truth ? [palmError(hand.landmarks, truth, picture)] : []
      }),
      0.5,
    )
  const [nativeError, tasksError] = [median(found), median(references)]
  console.log(
    `from the golden landmarks     ${nativeError.toFixed(4)} (native), ${tasksError.toFixed(4)} (tasks-vision)`,
  )
  return round(nativeError / tasksError)
}

/** One list of 21 × [x, y, z] in px for each frame. */
function parseGolden(text: string): { readonly x: number; readonly y: number }[][] {
  const frames: unknown = JSON.parse(text)
  if (!Array.isArray(frames)) throw new Error('parseGolden: expected a list of frames')
  return frames.map((frame: unknown) => {
    if (!Array.isArray(frame)) throw new Error('parseGolden: expected a list of points')
    return frame.map((point: unknown) => {
      const [x, y]: unknown[] = Array.isArray(point) ? point : []
      return { x: Number(x) / GOLDEN.widthPx, y: Number(y) / GOLDEN.heightPx }
    })
  })
}

function round(value: number): number {
  return Math.round(value * 10_000) / 10_000
}
