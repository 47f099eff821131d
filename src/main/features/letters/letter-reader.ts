import { inBackground } from '../../../contract/boundary/faults.ts'
import type { Result } from '../../../contract/boundary/result.ts'
import { saidBy } from '../../../contract/words/said-error.ts'
import { say } from '../../../contract/words/say.ts'
import type { StageProblem } from '../../../contract/channels/status.ts'
import type { LetterReading } from '../../../core/classifier/classifier.ts'
import { letterPoints } from '../../../core/classifier/letters/letter-points.ts'
import { SIGN_LETTERS } from '../../../core/classifier/sign-letters.ts'
import type { HandFrame } from '../../../core/hand/hand-frame.ts'
import type { Project } from '../../../core/project/project.ts'
import type { Sentence } from '../../../core/sentence/sentence.ts'
import type { LetterModel } from '../../../inference/letter-model.ts'
import {
  createSignLetters,
  type ReadLetter,
  type SignLetters,
} from '../../../inference/sign-letters.ts'

/** Reads letters for projects that want them; for others it costs nothing. */
export interface LetterReader {
  /** The project in force: the network is opened for the first that wants letters. */
  follow(project: Project): void
  /** Takes a frame, and answers what was heard since the last one: of the frame before, as a rule. Never waits. */
  read(frame: HandFrame): LetterReading | undefined
  /** Letters are read for somebody who practises them, whatever project is in force. */
  practise(isOn: boolean): void
  /** What was seen so far is over: the next frame is the first. */
  forget(): void
  close(): Promise<void>
}

export interface LetterReaderParts {
  readonly open: () => Promise<Result<LetterModel>>
  readonly onProblem: (problem: StageProblem) => void
  /** What the network made of each frame, as soon as it is known. */
  readonly onReading: (read: ReadLetter) => void
}

/** Answers later than this many frames are not waited for: a frame goes unread. */
const MAX_LATE = 8

export const createLetterReader = (parts: LetterReaderParts): LetterReader => new Reader(parts)

class Reader implements LetterReader {
  readonly #parts: LetterReaderParts
  #project: Project | undefined
  #isPractised = false
  #opening: Promise<Result<LetterModel>> | undefined
  #letters: SignLetters | undefined
  #waiting = 0
  #unclaimedReadings: LetterReading[] = []
  #last: LetterReading | undefined
  /** Counts what made an end of what was seen: of frames from before nothing is heard any more. */
  #endings = 0

  constructor(parts: LetterReaderParts) {
    this.#parts = parts
  }

  follow(project: Project): void {
    this.#project = project
    this.#startOver()
  }

  practise(isOn: boolean): void {
    this.#isPractised = isOn
    this.#startOver()
  }

  forget(): void {
    this.#endings += 1
    this.#letters?.reset()
    this.#unclaimedReadings = []
    this.#last = undefined
  }

  read(frame: HandFrame): LetterReading | undefined {
    if (!this.#isWanted() || this.#letters === undefined) return undefined
    if (this.#waiting < MAX_LATE) inBackground('letters', this.#readFrame(this.#letters, frame))
    this.#last = this.#nextReading() ?? this.#last
    return this.#last
  }

  /** One for each frame; but after a hiccup several wait, and of those alike the newest one catches up. */
  #nextReading(): LetterReading | undefined {
    let next = this.#unclaimedReadings.shift()
    while (next !== undefined && next.label === this.#unclaimedReadings[0]?.label)
      next = this.#unclaimedReadings.shift()
    return next
  }

  async close(): Promise<void> {
    this.#project = undefined
    this.#isPractised = false
    const model = await this.#opening
    if (model?.ok === true) await model.value.close()
  }

  #startOver(): void {
    this.forget()
    if (this.#isWanted() && this.#opening === undefined) inBackground('letters', this.#start())
  }

  #isWanted(): boolean {
    return this.#isPractised || this.#project?.classifiers[SIGN_LETTERS] !== undefined
  }

  async #start(): Promise<void> {
    this.#opening = this.#parts.open()
    const model = await this.#opening
    if (model.ok) this.#letters = createSignLetters(model.value)
    else this.#fail(say('Sign letters are off. {}', model.problem.message), model.problem.fix)
  }

  async #readFrame(reader: SignLetters, frame: HandFrame): Promise<void> {
    const endingsBefore = this.#endings
    this.#waiting += 1
    try {
      const read = await reader.step({ atMs: frame.atMs, points: letterPoints(frame) })
      if (endingsBefore !== this.#endings) return
      this.#unclaimedReadings.push({ label: read.spelling.label, score: read.spelling.score })
      if (this.#isWanted()) this.#parts.onReading(read)
    } catch (error) {
      this.#fail(say('Sign letters are off: {}.', saidBy(error)))
    } finally {
      this.#waiting -= 1
    }
  }

  #fail(message: Sentence, fix?: Sentence): void {
    this.#letters = undefined
    this.#parts.onProblem({ stage: 'classifier', severity: 'medium', message, fix })
  }
}
