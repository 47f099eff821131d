import type { Result } from '../contract/result.ts'
import type { StageProblem } from '../contract/status.ts'
import type { HeardLetter } from '../core/classifier/classifier.ts'
import type { Spelling } from '../core/classifier/letters/letter-speller.ts'
import { letterPoints } from '../core/classifier/letters/letter-points.ts'
import { SIGN_LETTERS } from '../core/classifier/sign-letters.ts'
import type { HandFrame } from '../core/hand/hand-frame.ts'
import type { Project } from '../core/project/project.ts'
import type { LetterModel } from './inference/letter-model.ts'
import { createSignLetters, type SignLetters } from './inference/sign-letters.ts'

/** Reads letters for projects that want them; for others it costs nothing. */
export interface LetterReader {
  /** The project in force: the network is opened for the first that wants letters. */
  follow(project: Project): void
  /** Takes a frame, and answers what was heard since the last one: of the frame before, as a rule. Never waits. */
  read(frame: HandFrame): HeardLetter | undefined
  close(): Promise<void>
}

export interface LetterReaderParts {
  readonly open: () => Promise<Result<LetterModel>>
  readonly onProblem: (problem: StageProblem) => void
  /** What the network made of each frame, as soon as it is known. */
  readonly onHeard: (spelling: Spelling) => void
}

/** Answers later than this many frames are not waited for: a frame goes unread. */
const MAX_LATE = 8

export function createLetterReader({ open, onProblem, onHeard }: LetterReaderParts): LetterReader {
  let isWanted = false
  let opening: Promise<Result<LetterModel>> | undefined
  let letters: SignLetters | undefined
  let waiting = 0
  let heard: HeardLetter[] = []
  let last: HeardLetter | undefined

  const failed = (message: string, fix?: string): void => {
    letters = undefined
    onProblem({ stage: 'classifier', severity: 'medium', message, fix })
  }
  const start = async (): Promise<void> => {
    opening = open()
    const model = await opening
    if (model.ok) letters = createSignLetters(model.value)
    else failed(`Sign letters are off. ${model.problem.message}`, model.problem.fix)
  }
  const take = async (reader: SignLetters, frame: HandFrame): Promise<void> => {
    waiting += 1
    try {
      const { spelling } = await reader.step({ atMs: frame.atMs, points: letterPoints(frame) })
      heard.push({ label: spelling.label, score: spelling.score })
      if (isWanted) onHeard(spelling)
    } catch (error) {
      failed(`Sign letters are off: ${error instanceof Error ? error.message : String(error)}.`)
    } finally {
      waiting -= 1
    }
  }
  return {
    follow: (project) => {
      isWanted = project.classifiers[SIGN_LETTERS] !== undefined
      letters?.reset()
      heard = []
      last = undefined
      if (isWanted && opening === undefined) void start()
    },
    read: (frame) => {
      if (!isWanted || letters === undefined) return undefined
      if (waiting < MAX_LATE) void take(letters, frame)
      last = heard.shift() ?? last
      return last
    },
    close: async () => {
      isWanted = false
      const model = await opening
      if (model?.ok === true) await model.value.close()
    },
  }
}
