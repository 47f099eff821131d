import type { PlanePoint } from '../../geometry/plane.ts'
import { planeDistance } from '../../geometry/plane.ts'
import { NONE } from '../classifier.ts'
import { isMovingLetter, LETTERS } from './letters.ts'
import type { Letter } from './letters.ts'
import { meanAnswer, withAnswer } from './newest-answers.ts'
import { hasRested, mayHaveDrawnZ, withPalm } from './palm-way.ts'
import type { PalmWay } from './palm-way.ts'
import type { SigningPalm } from './signing-palm.ts'

/**
 * From what the network says of each frame to letters as they are meant: one for each sign. The cases:
 *
 * | held | what is seen                                | then                                         |
 * | –    | no letter, or two that are nearly as likely | –                                            |
 * | –    | a letter for its holdMs                     | A: it is signed                              |
 * | –    | a letter, by two hands raised alike         | –: letters are signed by one hand            |
 * | A    | A, even if less likely than at first        | A: a held letter does not repeat             |
 * | A    | A, but the hand has slid aside and rests    | A: it is signed again, a double letter       |
 * | A    | neither A nor another letter                | –: let go of; A may be signed again          |
 * | A    | B for its holdMs                            | B: it is signed                              |
 * | any  | no hand for GONE_MS                         | –: let go of, and what was seen is forgotten |
 */
export interface SpellerState {
  /** The newest answers of the network. */
  readonly recent: readonly Float32Array[]
  readonly candidate: { readonly letter: Letter; readonly sinceMs: number } | undefined
  readonly held: HeldLetter | undefined
  readonly way: PalmWay
  readonly seenAtMs: number
}

interface HeldLetter {
  readonly letter: Letter
  /** Where the hand was when the letter was signed. It follows a hand that drifts. */
  readonly anchor: PlanePoint
  readonly last: { readonly at: PlanePoint; readonly atMs: number }
}

export interface SpellerInput {
  readonly atMs: number
  /** Of A to Z and none; undefined when no hand is seen. */
  readonly probabilities: Float32Array | undefined
  readonly palm: SigningPalm | undefined
  /** Two hands are raised alike: that is no letter. */
  readonly areBothRaised: boolean
}

export interface RankedLetter {
  readonly letter: Letter
  /** 0..1, the mean of the newest outputs. */
  readonly score: number
}

export interface Spelling {
  /** The letter held, or none. */
  readonly label: Letter | typeof NONE
  readonly score: number
  /** The three likeliest letters. */
  readonly top: readonly RankedLetter[]
  /** Something is signed, but two letters are nearly as likely. */
  readonly isUnsure: boolean
  /** A letter that was signed in this very frame. */
  readonly signed: Letter | undefined
}

export const NOTHING_SPELT: SpellerState = {
  recent: [],
  candidate: undefined,
  held: undefined,
  way: [],
  seenAtMs: Number.NEGATIVE_INFINITY,
}

/**
 * Tuned, with the hold, on the two clips that spell and on clips without letters: from 0.6 and 0.22 on signed letters are
 * missed, from 0.5 and 0.15 down letters are typed where none is.
 */
const STILL_ENTRY = { score: 0.55, margin: 0.18 }
/**
 * A movement is likeliest for a few frames only, and over before a mean of five has risen: two are enough, and none may be
 * likelier. Tuned on the recorded movements of msl, with the network that has not seen them: from three frames and none's
 * full share on, a fifth of the Zs are missed; signed words become half a false letter a minute more.
 */
const DRAWN_ENTRY = { score: 0.4, margin: 0.1 }
const DRAWN_SMOOTHED = 2
const DRAWN_NONE_SHARE = 0.6
const STAY_SCORE = 0.2
const HOLD_MS = 240
/** J begins as I does: a still I is waited for a little longer. What was drawn is over already. */
const OWN_HOLD_MS: Readonly<Partial<Record<Letter, number>>> = { I: 320, J: 0, Z: 0 }
const GONE_MS = 300
/** A double letter slides aside by half a palm, and then rests. */
const SLIDE_PALMS = 0.5
const REST_PALMS_PER_S = 0.8
const DRIFT_MS = 1500

export function spell(
  state: SpellerState,
  input: SpellerInput,
): { readonly state: SpellerState; readonly spelling: Spelling } {
  const { atMs, probabilities, palm } = input
  if (probabilities === undefined || palm === undefined) return withoutHand(state, atMs)
  const recent = withAnswer(state.recent, probabilities)
  const way = withPalm(state.way, palm, atMs)
  const mean = blendedAnswer(recent)
  // J is a movement: whatever a hand that rests shows, it is another letter.
  if (hasRested(way, palm)) mean[LETTERS.indexOf('J')] = 0
  const [best, second, third] = rankedLetters(mean)
  const isDrawn = isMovingLetter(best.letter)
  const noneShare = isDrawn ? DRAWN_NONE_SHARE : 1
  const isLetter = best.score > noneShare * (mean[LETTERS.length] ?? 0)
  const entry = isDrawn ? DRAWN_ENTRY : STILL_ENTRY
  const isUnsure = isLetter && best.score - second.score < entry.margin
  const isPossible = !input.areBothRaised && (best.letter !== 'Z' || mayHaveDrawnZ(way, palm))
  const isSure = isLetter && isPossible && !isUnsure && best.score >= entry.score
  const sure = isSure ? best.letter : undefined
  const candidate = nextCandidate(state.candidate, sure, atMs)
  const staying = keepHeld(state.held, mean, input)
  const isRepeat =
    candidate !== undefined && candidate.letter === staying?.letter && hasSlid(staying, input)
  const isNew =
    candidate !== undefined &&
    candidate.letter !== staying?.letter &&
    atMs - candidate.sinceMs >= (OWN_HOLD_MS[candidate.letter] ?? HOLD_MS)
  const isSigned = isRepeat || isNew
  const held = isSigned
    ? holdLetter(candidate.letter, palm.centre, atMs)
    : staying && withDriftedAnchor(staying, input)
  const spelling: Spelling = {
    // A gap of one frame tells the second of two like letters from the first.
    label: isRepeat ? NONE : (held?.letter ?? NONE),
    score: mean[held === undefined ? LETTERS.length : LETTERS.indexOf(held.letter)] ?? 0,
    top: [best, second, third],
    isUnsure,
    signed: isSigned ? candidate.letter : undefined,
  }
  return { state: { recent, candidate, held, way, seenAtMs: atMs }, spelling }
}

function withoutHand(
  state: SpellerState,
  atMs: number,
): { readonly state: SpellerState; readonly spelling: Spelling } {
  const isGone = atMs - state.seenAtMs > GONE_MS
  const next = isGone ? NOTHING_SPELT : { ...state, candidate: undefined }
  const label = next.held?.letter ?? NONE
  return {
    state: next,
    spelling: { label, score: 1, top: [], isUnsure: false, signed: undefined },
  }
}

const holdLetter = (letter: Letter, at: PlanePoint, atMs: number): HeldLetter => ({
  letter,
  anchor: at,
  last: { at, atMs },
})

function nextCandidate(
  before: SpellerState['candidate'],
  letter: Letter | undefined,
  atMs: number,
): SpellerState['candidate'] {
  if (letter === undefined) return undefined
  return before?.letter === letter ? before : { letter, sinceMs: atMs }
}

const keepHeld = (
  held: HeldLetter | undefined,
  mean: Float32Array,
  { palm }: SpellerInput,
): HeldLetter | undefined =>
  held !== undefined &&
  palm !== undefined &&
  (mean[LETTERS.indexOf(held.letter)] ?? 0) >= STAY_SCORE
    ? held
    : undefined

/** Away from where the letter was signed, and at rest there. */
function hasSlid({ anchor, last }: HeldLetter, { palm, atMs }: SpellerInput): boolean {
  if (palm === undefined) return false
  const speedPalmsPerS =
    (planeDistance(last.at, palm.centre) / palm.length) * (1000 / Math.max(atMs - last.atMs, 1))
  return isAside(anchor, palm) && speedPalmsPerS < REST_PALMS_PER_S
}

/** The anchor follows a hand that drifts, not one that slides. */
function withDriftedAnchor(held: HeldLetter, { palm, atMs }: SpellerInput): HeldLetter {
  if (palm === undefined) return held
  const { anchor, last } = held
  const part = isAside(anchor, palm) ? 0 : Math.min(1, (atMs - last.atMs) / DRIFT_MS)
  return {
    ...held,
    anchor: pointBetween(anchor, palm.centre, part),
    last: { at: palm.centre, atMs },
  }
}

const isAside = (anchor: PlanePoint, palm: SigningPalm): boolean =>
  planeDistance(anchor, palm.centre) > SLIDE_PALMS * palm.length

const pointBetween = (from: PlanePoint, to: PlanePoint, part: number): PlanePoint => ({
  x: from.x + part * (to.x - from.x),
  y: from.y + part * (to.y - from.y),
})

/** The mean of all, but of J and Z the mean of the newest where that is higher. */
function blendedAnswer(recent: readonly Float32Array[]): Float32Array {
  const mean = meanAnswer(recent)
  const newest = meanAnswer(recent.slice(-DRAWN_SMOOTHED))
  LETTERS.forEach((letter, at) => {
    if (isMovingLetter(letter)) mean[at] = Math.max(mean[at] ?? 0, newest[at] ?? 0)
  })
  return mean
}

function rankedLetters(mean: Float32Array): readonly [RankedLetter, RankedLetter, RankedLetter] {
  const all = LETTERS.map((letter, at) => ({ letter, score: mean[at] ?? 0 }))
  const [first, second, third] = all.sort((a, b) => b.score - a.score)
  if (first === undefined || second === undefined || third === undefined) {
    throw new Error('ranked: expected at least three letters')
  }
  return [first, second, third]
}
