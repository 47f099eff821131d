import { inEnglish } from '../../src/core/sentence/sentence.ts'
import { openLetterModel, type LetterModel } from '../../src/inference/letter-model.ts'
import { createSignLetters, type ReadLetter } from '../../src/inference/sign-letters.ts'
import type { SeenPoints } from '../../src/core/classifier/letters/letter-window.ts'
import { LETTERS } from '../../src/core/classifier/letters/letters.ts'

export async function openModel(path: string): Promise<LetterModel> {
  const model = await openLetterModel(path)
  if (!model.ok) throw new Error(inEnglish(model.problem.message))
  return model.value
}

export interface Verdict {
  /** The likeliest letter; of a movement the letter signed, or none. */
  readonly said: string
  /** None is likelier than any letter: the app would type nothing. */
  readonly isNone: boolean
  readonly top3: readonly string[]
  readonly isUnsure: boolean
}

const STILL_FRAMES = 20

/** A picture as a hand held still before the camera for two thirds of a second. */
export async function readStill(model: LetterModel, points: Float32Array): Promise<Verdict> {
  const frames = Array.from({ length: STILL_FRAMES }, (_, at) => ({
    atMs: (at * 1000) / 30,
    points,
  }))
  const last = (await play(model, frames)).at(-1)
  if (last === undefined) throw new Error('readStill: nothing was played')
  const [best] = last.spelling.top
  if (best === undefined) throw new Error('readStill: expected a hand')
  return {
    said: best.letter,
    isNone: best.score < (last.probabilities?.[LETTERS.length] ?? 0),
    top3: last.spelling.top.map(({ letter }) => letter),
    isUnsure: last.spelling.isUnsure,
  }
}

/** Through the classifier itself, as a camera would. */
export async function play(
  model: LetterModel,
  frames: readonly SeenPoints[],
): Promise<readonly ReadLetter[]> {
  const letters = createSignLetters(model)
  const played: ReadLetter[] = []
  for (const frame of frames) played.push(await letters.step(frame))
  return played
}

export const signedLetters = (played: readonly ReadLetter[]): readonly string[] =>
  played.flatMap(({ spelling }) => spelling.signed ?? [])
