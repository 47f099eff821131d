import { isMovingLetter, LETTERS } from '../../src/core/classifier/letters/letters.ts'
import type { SeenPoints } from '../../src/core/classifier/letters/letter-window.ts'
import type { LetterModel } from '../../src/inference/letter-model.ts'
import type { ReadLetter } from '../../src/inference/sign-letters.ts'
import { longestHeld } from './judge.ts'
import { play, signedLetters, type Verdict } from './reader.ts'

/** A hand that comes up or goes draws something, too: what it then holds for this long is what was meant. */
const HELD_MS = 500

/**
 * The one letter that a clip of any length shows. A movement, if the hand does not hold another letter afterwards; else the
 * letter held longest; else, as of a still, the likeliest of all frames with a hand, so that a clip is judged as a picture is.
 */
export async function readClip(
  model: LetterModel,
  frames: readonly SeenPoints[],
): Promise<Verdict> {
  const played = await play(model, frames)
  const likeliest = ranked(played)
  const said = movementOf(played, frames) ?? longestHeld(played) ?? likeliest[0] ?? 'none'
  return {
    said,
    isNone: said === 'none',
    top3: [said, ...likeliest.filter((letter) => letter !== said)].slice(0, 3),
    isUnsure: signedLetters(played).length === 0,
  }
}

/** The last movement that was signed, unless a still letter was held after it. */
function movementOf(
  played: readonly ReadLetter[],
  frames: readonly SeenPoints[],
): string | undefined {
  const at = played.findLastIndex(({ spelling }) => isMoving(spelling.signed))
  const movement = played[at]?.spelling.signed
  if (movement === undefined) return undefined
  let held = { label: '', sinceMs: 0 }
  for (let later = at + 1; later < played.length; later++) {
    const label = played[later]?.spelling.label ?? 'none'
    const atMs = frames[later]?.atMs ?? 0
    if (label !== held.label) held = { label, sinceMs: atMs }
    const isStill = label !== 'none' && !isMoving(label)
    if (isStill && atMs - held.sinceMs >= HELD_MS) return undefined
  }
  return movement
}

const isMoving = (label: string | undefined): boolean =>
  LETTERS.some((letter) => letter === label && isMovingLetter(letter))

/** All letters, by how likely they are over the frames with a hand. Empty without a hand. */
function ranked(played: readonly ReadLetter[]): readonly string[] {
  const seen = played.flatMap(({ probabilities }) => (probabilities ? [probabilities] : []))
  if (seen.length === 0) return []
  const sumOf = (at: number): number => seen.reduce((sum, values) => sum + (values[at] ?? 0), 0)
  return LETTERS.map((letter, at) => ({ letter, sum: sumOf(at) }))
    .toSorted((a, b) => b.sum - a.sum)
    .map(({ letter }) => letter)
}
