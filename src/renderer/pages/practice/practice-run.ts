import { isMovingLetter, LETTERS, type Letter } from '../../../core/classifier/letters/letters.ts'
import {
  meanAnswer,
  MOST_ANSWERS,
  withAnswer,
} from '../../../core/classifier/letters/newest-answers.ts'
import type { PracticeView } from '../../../contract/channels/practice-channels.ts'

/** What somebody practises: letters in turn, or the letters of a word. */
export type PracticeTask =
  { readonly kind: 'letters' } | { readonly kind: 'word'; readonly word: string }

/**
 * Practice of letters, a pure step per message. The cases:
 *
 * | what is signed                                  | then                                                      |
 * | the target                                      | right: the streak grows, the next target                  |
 * | another letter                                  | taken for: the streak is over, the target stays           |
 * | the letter that was right just before, still held | nothing: the hand has not had time to change            |
 */
export interface PracticeRun {
  readonly task: PracticeTask
  readonly target: Letter
  /** Of a word, how many letters are done. */
  readonly done: number
  readonly streak: number
  readonly bestStreak: number
  /** 0..1: how likely the target is, the mean of the newest answers. */
  readonly score: number
  /** What was signed last, and whether it was right. */
  readonly last: { readonly letter: string; readonly isRight: boolean } | undefined
  /** How often a target was taken for another letter: `A taken for S`. */
  readonly mistakes: readonly Mistake[]
  readonly recent: readonly (readonly number[])[]
  readonly signedCount: number
  /** A letter that counts no more until the hand has let go of it. */
  readonly spent: string | undefined
}

export interface Mistake {
  readonly target: Letter
  readonly said: string
  readonly times: number
}

/** 0..1, equally likely everywhere. */
type Random = () => number

const LET_GO_SCORE = 0.3
/** A letter with a mistake comes this much more often, for each of them. */
const MISTAKE_WEIGHT = 2
const MISTAKES_KEPT = 50

export function startPractice(task: PracticeTask, random: Random): PracticeRun {
  const blank: PracticeRun = {
    ...{ task, target: 'A', done: 0, streak: 0, bestStreak: 0, score: 0, last: undefined },
    ...{ mistakes: [], recent: [], signedCount: 0, spent: undefined },
  }
  return {
    ...blank,
    target: task.kind === 'word' ? letterAt(task.word, 0) : drawTarget(blank, random),
  }
}

/** Goes on with another task; streak and mistakes stay. */
export const withTask = (run: PracticeRun, task: PracticeTask, random: Random): PracticeRun =>
  withNewTarget(run, task, random)

/** Leaves a target that is too hard for now. */
export const skipTarget = (run: PracticeRun, random: Random): PracticeRun => ({
  ...withNextLetter(run, random),
  streak: 0,
})

export function stepPractice(run: PracticeRun, view: PracticeView, random: Random): PracticeRun {
  const { probabilities } = view
  const recent = probabilities.length === 0 ? [] : withAnswer(run.recent, probabilities)
  const seen: PracticeRun = {
    ...run,
    recent,
    score: meanOf(recent, run.target),
    spent: run.spent !== undefined && isHeld(recent, run.spent) ? run.spent : undefined,
  }
  const { signed } = view
  if (signed === undefined || signed.count === run.signedCount) return seen
  const next = { ...seen, signedCount: signed.count }
  if (signed.letter === run.target && signed.letter !== run.spent)
    return answeredRight(next, random)
  return signed.letter === run.spent ? next : answeredWrong(next, signed.letter)
}

function answeredRight(run: PracticeRun, random: Random): PracticeRun {
  const streak = run.streak + 1
  const last = { letter: run.target, isRight: true }
  const bestStreak = Math.max(run.bestStreak, streak)
  return withNextLetter({ ...run, streak, bestStreak, last, spent: run.target }, random)
}

function answeredWrong(run: PracticeRun, said: string): PracticeRun {
  const same = run.mistakes.find((one) => one.target === run.target && one.said === said)
  const others = run.mistakes.filter((one) => one !== same)
  const mistake = { target: run.target, said, times: (same?.times ?? 0) + 1 }
  const mistakes = [mistake, ...others].toSorted((a, b) => b.times - a.times)
  const last = { letter: said, isRight: false }
  return { ...run, streak: 0, last, mistakes: mistakes.slice(0, MISTAKES_KEPT) }
}

/** To the next letter of the word, or to another letter; a word that is done begins again. */
function withNextLetter(run: PracticeRun, random: Random): PracticeRun {
  if (run.task.kind === 'letters') return withNewTarget(run, run.task, random)
  const done = (run.done + 1) % run.task.word.length
  return { ...run, done, target: letterAt(run.task.word, done), recent: [], score: 0 }
}

function withNewTarget(run: PracticeRun, task: PracticeTask, random: Random): PracticeRun {
  const target = task.kind === 'word' ? letterAt(task.word, 0) : drawTarget(run, random)
  return { ...run, task, target, done: 0, recent: [], score: 0 }
}

/** Any letter but the one before; those with mistakes more often. */
function drawTarget({ target, mistakes }: PracticeRun, random: Random): Letter {
  const pool = LETTERS.filter((letter) => letter !== target).flatMap((letter) => {
    const times = mistakes.filter((one) => one.target === letter).length
    return Array.from({ length: 1 + MISTAKE_WEIGHT * times }, () => letter)
  })
  return pool[Math.floor(random() * pool.length)] ?? 'A'
}

const letterAt = (word: string, at: number): Letter =>
  LETTERS.find((letter) => letter === word[at]) ?? 'A'

const meanOf = (recent: PracticeRun['recent'], letter: string): number =>
  meanAnswer(recent)[LETTERS.findIndex((one) => one === letter)] ?? 0

/** What was drawn is over by itself; the others last as long as they are shown. */
const isHeld = (recent: PracticeRun['recent'], letter: string): boolean =>
  !isMovingLetter(letter) &&
  (recent.length < MOST_ANSWERS || meanOf(recent, letter) >= LET_GO_SCORE)
