import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { letterPoints } from '../../src/core/classifier/letters/letter-points.ts'
import { isMovingLetter } from '../../src/core/classifier/letters/letters.ts'
import type { SeenPoints } from '../../src/core/classifier/letters/letter-window.ts'
import type { LetterModel } from '../../src/inference/letter-model.ts'
import type { ReadLetter } from '../../src/inference/sign-letters.ts'
import type { NativeLandmarks } from '../support/native-landmarks.ts'
import { frameOfPicture } from '../support/picture-frame.ts'
import type { RawPicture } from '../support/raw-hands.ts'
import { nearestLabel, wristRelative, type Example } from './nearest-neighbour.ts'
import { bisonStills, mslSequences } from './recorded.ts'
import { openModel, play, readStill, signedLetters } from './reader.ts'
import { DATA, isTrusted, LETTER_SOURCES, picturesOf } from './sources.ts'
import type { Judged } from './tally.ts'

const TIGHT_PAD_RATIO = 0.35
const FOLDS = join(import.meta.dirname, 'folds')
export const foldPath = (source: string): string => join(FOLDS, `${source}.onnx`)

interface Still {
  readonly source: string
  readonly label: string
  readonly points: Float32Array
}

/** A picture in which no hand is found may be cropped to it: it gets a border and a second look. */
export async function lookAt(
  tracker: NativeLandmarks,
  file: string,
  padRatio: number,
): Promise<RawPicture | undefined> {
  const picture = await tracker.ofImage(file, padRatio)
  const isFound = (picture?.hands.length ?? 0) > 0
  return isFound || padRatio > 0 ? picture : tracker.ofImage(file, TIGHT_PAD_RATIO)
}

export const pointsOf = (picture: RawPicture): Float32Array => letterPoints(frameOfPicture(picture))

/** Every still of a letter that is not a movement, with a hand in it. */
export async function allStills(tracker: NativeLandmarks): Promise<readonly Still[]> {
  const stills: Still[] = []
  for (const source of LETTER_SOURCES) {
    for (const file of picturesOf(source)) {
      const label = source.label(file)
      if (label === undefined || isMovingLetter(label)) continue
      const picture = await lookAt(tracker, join(DATA, file), source.padRatio)
      if (picture === undefined || picture.hands.length === 0) continue
      stills.push({ source: signerOf(source.name), label, points: pointsOf(picture) })
    }
  }
  for (const { source, label, frames } of [...bisonStills(), ...mslSequences()]) {
    const [points] = frames.filter((frame) => frame.some((value) => value !== 0)).slice(10)
    const only = points ?? frames[0]
    if (!isMovingLetter(label) && only !== undefined) stills.push({ source, label, points: only })
  }
  return stills
}

/** Each source's trusted stills, by the network that has not seen the source. */
export async function judgeStills(stills: readonly Still[]): Promise<readonly Judged[]> {
  const examples: readonly Example[] = stills
    .filter(({ source, label }) => isTrusted(source, label))
    .map(({ source, label, points }) => ({ source, label, values: wristRelative(points) }))
  const judged: Judged[] = []
  for (const source of new Set(stills.map((still) => still.source))) {
    const model = await openFold(source)
    const mine = stills.filter((still) => still.source === source && isTrusted(source, still.label))
    for (const { label, points } of mine) {
      const neighbour = nearestLabel(wristRelative(points), source, examples)
      judged.push({ source, label, verdict: await readStill(model, points), neighbour })
    }
    await model.close()
  }
  return judged
}

/** J and Z of the recorded sequences, played as a camera would show them: right when the letter is signed. */
export async function judgeSequences(): Promise<readonly Judged[]> {
  const model = await openFold('msl')
  const judged: Judged[] = []
  for (const { source, label, frames } of mslSequences()) {
    if (!isMovingLetter(label)) continue
    const seen = frames.map((points, at) => ({ atMs: (at * 1000) / 30, points }))
    judged.push({ source, label, verdict: await readMovement(model, seen) })
  }
  await model.close()
  return judged
}

/** The letter that a clip of one sign shows: a movement if one is signed, else the letter held longest. */
export async function readMovement(
  model: LetterModel,
  frames: readonly SeenPoints[],
): Promise<Judged['verdict']> {
  const played = await play(model, frames)
  const signed = signedLetters(played)
  const said = signed.find(isMovingLetter) ?? longestHeld(played) ?? 'none'
  const isNone = said === 'none'
  return { said, isNone, top3: signed, isUnsure: played.at(-1)?.spelling.isUnsure ?? false }
}

/** The letter that was held in the most frames; undefined when none was. */
export function longestHeld(played: readonly ReadLetter[]): string | undefined {
  const frames = new Map<string, number>()
  for (const { spelling } of played) {
    if (spelling.label !== 'none') {
      frames.set(spelling.label, (frames.get(spelling.label) ?? 0) + 1)
    }
  }
  return [...frames].toSorted((a, b) => b[1] - a[1])[0]?.[0]
}

/** The pictures and the sequences called msl are of one repository, and may be of one person. */
const signerOf = (source: string): string => (source === 'msl_photo' ? 'msl' : source)

/** A source that nobody judges would raise the mean, so one without its network ends the run. */
export async function openFold(source: string): Promise<LetterModel> {
  const path = foldPath(source)
  if (existsSync(path)) return openModel(path)
  throw new Error(
    `There is no network that has not seen ${source} (${path}): npm run train:letters`,
  )
}
