import { globSync } from 'node:fs'
import { basename, extname, join } from 'node:path'
import { isMovingLetter, LETTERS } from '../../src/core/classifier/letters/letters.ts'
import type { LetterModel } from '../../src/main/inference/letter-model.ts'
import type { NativeLandmarks } from '../support/native-landmarks.ts'
import { framesOfVideo } from './clips.ts'
import { lookAt, pointsOf, readMovement } from './judge.ts'
import { readStill } from './reader.ts'
import { isRight, printLetters, share } from './tally.ts'
import type { Judged } from './tally.ts'

const PICTURE = /\.(jpe?g|png|webp)$/i
const VIDEO = /\.(mp4|mov|mkv|webm|avi|gif)$/i

/** LETTER/*.jpg, LETTER/*.mp4 and LETTER.mp4: accuracy of those in which a hand is found. */
export async function judgeFolder(
  folder: string,
  tracker: NativeLandmarks,
  model: LetterModel,
): Promise<void> {
  const files = globSync('{*,*/*}', { cwd: folder })
    .map((file) => file.replaceAll('\\', '/'))
    .map((file) => ({ file: join(folder, file), label: labelOf(file) }))
    .filter(({ file, label }) => label !== '' && (PICTURE.test(file) || VIDEO.test(file)))
    .sort((a, b) => a.file.localeCompare(b.file))
  const isDrawn = (file: string, label: string): boolean =>
    !isMovingLetter(label) || VIDEO.test(file)
  const stillMovements = files.filter(({ file, label }) => !isDrawn(file, label)).length
  if (stillMovements > 0) {
    console.log(`${stillMovements} stills of J and Z are left out: these are movements.`)
  }
  const todo = files.filter(({ file, label }) => isDrawn(file, label))
  const judged: Judged[] = []
  for (const { file, label } of todo) {
    const verdict = VIDEO.test(file)
      ? await ofVideo(file, tracker, model)
      : await ofPicture(file, tracker, model)
    if (verdict !== undefined) judged.push({ source: folder, label, verdict })
  }
  await model.close()
  printLetters(judged)
  const accuracy = share(judged.filter(isRight).length, judged.length)
  const figures = { accuracy, count: todo.length, found: judged.length }
  console.log(JSON.stringify({ eval: 'letters', figures }))
}

/** The folder's name, or the file's own, when it is one letter. */
function labelOf(file: string): string {
  const [first = ''] = file.split('/')
  const name = (file.includes('/') ? first : basename(first, extname(first))).toUpperCase()
  return LETTERS.some((letter) => letter === name) ? name : ''
}

async function ofPicture(
  file: string,
  tracker: NativeLandmarks,
  model: LetterModel,
): Promise<Judged['verdict'] | undefined> {
  const picture = await lookAt(tracker, file, 0)
  if (picture === undefined || picture.hands.length === 0) return undefined
  return readStill(model, pointsOf(picture))
}

async function ofVideo(
  file: string,
  tracker: NativeLandmarks,
  model: LetterModel,
): Promise<Judged['verdict'] | undefined> {
  const frames = await framesOfVideo(tracker, file)
  const isSeen = frames.some(({ points }) => points.some((value) => value !== 0))
  return isSeen ? readMovement(model, frames) : undefined
}
