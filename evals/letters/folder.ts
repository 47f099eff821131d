import { globSync } from 'node:fs'
import { basename, extname, join } from 'node:path'
import type { SeenPoints } from '../../src/core/classifier/letters/letter-window.ts'
import { isMovingLetter, LETTERS } from '../../src/core/classifier/letters/letters.ts'
import type { LetterModel } from '../../src/inference/letter-model.ts'
import type { NativeLandmarks } from '../support/native-landmarks.ts'
import { readClip } from './clip-letter.ts'
import { framesOfVideo } from './clips.ts'
import { lookAt, pointsOf } from './judge.ts'
import { readStill, type Verdict } from './reader.ts'
import { isRight, printLetters, share, type Judged } from './tally.ts'

export interface FolderFigures {
  /** Of those in which a hand was found; null when there are none. */
  readonly accuracy: number | null
  /** Pictures and clips of letters that could be read. */
  readonly count: number
  readonly found: number
}

const MEDIA =
  /\.(jpe?g|jpe|jfif|png|webp|tiff?|avif|bmp|gif|hei[cf]|mp4|m4v|mov|mkv|webm|avi|mpe?g|ogv|wmv|264)$/i

type Outcome =
  | { readonly kind: 'judged'; readonly verdict: Verdict }
  | { readonly kind: 'no-hand' }
  /** Why it does not count. */
  | { readonly kind: 'left-out'; readonly why: string }

/**
 * LETTER/*.jpg, LETTER/*.mp4, LETTER.mp4 and the same a folder further down: how many of those in which a hand is found are
 * read rightly. What cannot be read is named and not counted.
 */
export async function judgeFolder(
  folder: string,
  tracker: NativeLandmarks,
  model: LetterModel,
): Promise<FolderFigures> {
  const judged: Judged[] = []
  let count = 0
  for (const { file, label } of filesOfLetters(folder)) {
    const outcome = await outcomeOf(join(folder, file), label, tracker, model)
    if (outcome.kind === 'left-out') {
      console.log(`${file} is left out: ${outcome.why}.`)
      continue
    }
    count += 1
    if (outcome.kind === 'judged') {
      judged.push({ source: folder, label, verdict: outcome.verdict })
    }
  }
  const found = judged.length
  if (count === 0) console.log(`${folder} holds no LETTER/*.jpg, LETTER/*.mp4 or LETTER.mp4.`)
  else if (found === 0) console.log('A hand was found in none of them.')
  else printLetters(judged)
  const right = judged.filter(isRight).length
  return { accuracy: found === 0 ? null : share(right, found), count, found }
}

function filesOfLetters(folder: string) {
  const files = globSync('{*,*/*,*/*/*}', { cwd: folder }).map((file) => file.replaceAll('\\', '/'))
  return files
    .filter((file) => MEDIA.test(file))
    .flatMap((file) => {
      const label = labelOf(file)
      return label === undefined ? [] : [{ file, label }]
    })
    .toSorted((a, b) => a.file.localeCompare(b.file))
}

/** The folder's name, or the file's own, when it is one letter. */
function labelOf(file: string): string | undefined {
  const folder = file.split('/').at(-2) ?? ''
  return [folder, basename(file, extname(file))]
    .map((name) => name.toUpperCase())
    .find((name) => LETTERS.some((letter) => letter === name))
}

async function outcomeOf(
  file: string,
  label: string,
  tracker: NativeLandmarks,
  model: LetterModel,
): Promise<Outcome> {
  try {
    const frames = await framesOf(file, tracker)
    if (frames.length === 1 && isMovingLetter(label)) {
      return { kind: 'left-out', why: 'J and Z are movements, which no still shows' }
    }
    const [hand] = frames.filter(({ points }) => points.some((value) => value !== 0))
    if (hand === undefined) return { kind: 'no-hand' }
    const isStill = frames.length === 1
    const verdict = isStill ? await readStill(model, hand.points) : await readClip(model, frames)
    return { kind: 'judged', verdict }
  } catch (error) {
    return { kind: 'left-out', why: whyNot(error) }
  }
}

/** What is no picture to us is asked of ffmpeg, and is a still if it has one frame. */
async function framesOf(file: string, tracker: NativeLandmarks): Promise<readonly SeenPoints[]> {
  const picture = await lookAt(tracker, file, 0)
  if (picture !== undefined) return [{ atMs: 0, points: pointsOf(picture) }]
  const frames = await framesOfVideo(tracker, file)
  if (frames.length === 0) throw new RangeError('framesOf: expected frames, got none')
  return frames
}

function whyNot(error: unknown): string {
  const isMissing = error instanceof Error && 'syscall' in error && 'code' in error
  return isMissing && String(error.syscall).startsWith('spawn') && error.code === 'ENOENT'
    ? 'clips, and pictures such as BMP and HEIC, need ffmpeg on the PATH'
    : 'it is no picture and no video that can be read'
}
