import { basename, join } from 'node:path'
import { letterPoints } from '../../src/core/classifier/letters/letter-points.ts'
import type { SeenPoints } from '../../src/core/classifier/letters/letter-window.ts'
import type { LetterModel } from '../../src/inference/letter-model.ts'
import type { NativeLandmarks } from '../support/native-landmarks.ts'
import { frameOfPicture } from '../support/picture-frame.ts'
import { play, signedLetters } from './reader.ts'
import { CLIPS, DATA } from './sources.ts'

export interface Clip {
  readonly name: string
  readonly frames: readonly SeenPoints[]
  readonly minutes: number
}

export async function framesOfVideo(
  tracker: NativeLandmarks,
  file: string,
): Promise<readonly SeenPoints[]> {
  const seen = await tracker.ofVideo(file)
  return seen.map((picture) => ({
    atMs: picture.atMs,
    points: letterPoints(frameOfPicture(picture, picture.atMs)),
  }))
}

export async function openClip(tracker: NativeLandmarks, name: string): Promise<Clip> {
  const frames = await framesOfVideo(tracker, join(DATA, name))
  return { name, frames, minutes: ((frames.at(-1)?.atMs ?? 0) - (frames[0]?.atMs ?? 0)) / 60_000 }
}

const NEGATIVE = ['clips/negative/', 'videos/negative/', 'videos/gesture/']
/** Trained as clips without letters along with the others: it counts when they are split, but is not judged. */
const TRAINED_ONLY = 'clips/positive/hemanth/'

export const negativeClips = (): readonly string[] =>
  CLIPS.filter((name) => NEGATIVE.some((start) => name.startsWith(start)))

/** Which half of the people a clip belongs to: a fold has learnt from one half and is judged on the other. As in train.py. */
export function halves(): ReadonlyMap<string, 'even' | 'odd'> {
  const clips = CLIPS.filter((name) =>
    [...NEGATIVE, TRAINED_ONLY].some((at) => name.startsWith(at)),
  )
  const people = [...new Set(clips.map(personOf))].sort()
  return new Map(
    clips.map((name) => [name, people.indexOf(personOf(name)) % 2 === 0 ? 'even' : 'odd']),
  )
}

/** Clips of one person lie in one folder, or stand alone. */
function personOf(name: string): string {
  const folders = name.split('/').slice(0, -1)
  return folders.length > 2 ? folders.join('/') : basename(name)
}

export interface FalseLetters {
  readonly clip: Clip
  readonly letters: readonly string[]
}

/** Letters that were typed although none was signed. */
export async function falseLetters(
  clips: readonly Clip[],
  model: LetterModel,
): Promise<readonly FalseLetters[]> {
  const found: FalseLetters[] = []
  for (const clip of clips) {
    found.push({ clip, letters: signedLetters(await play(model, clip.frames)) })
  }
  return found
}
