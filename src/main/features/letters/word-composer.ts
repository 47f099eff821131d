import { inBackground } from '../../../contract/boundary/faults.ts'
import type { SpellingView } from '../../../contract/channels/spelling-channels.ts'
import type { CausedEffect } from '../../../core/action/effect.ts'
import { NO_WORD, onSpellingCommand, wordAfter } from '../../../core/spelling/spelt-word.ts'
import type { SpeltWord } from '../../../core/spelling/spelt-word.ts'
import { completionsOf } from '../../../core/spelling/word-completion.ts'
import type { Spelling } from '../../../core/classifier/letters/letter-speller.ts'
import { SIGN_LETTERS } from '../../../core/classifier/sign-letters.ts'
import type { Project } from '../../../core/project/project.ts'

export interface WordComposerParts {
  readonly publish: (view: SpellingView) => void
  readonly readWords: () => Promise<readonly string[]>
}

const COMPLETIONS_SHOWN = 3

/** Knows the word that is being spelled: shows it, and says what commands to it come to. */
export class WordComposer {
  readonly #parts: WordComposerParts
  #isOn = false
  #words: readonly string[] | undefined
  #word: SpeltWord = NO_WORD
  #seen: Pick<Spelling, 'top' | 'isUnsure'> = NOTHING_SEEN
  /** At the last letter that was signed: what else it may have been. */
  #others: readonly string[] = []
  #published = ''

  constructor(parts: WordComposerParts) {
    this.#parts = parts
  }

  follow(project: Project): void {
    this.#isOn = project.classifiers[SIGN_LETTERS] !== undefined
    this.#seen = NOTHING_SEEN
    this.#word = NO_WORD
    this.#show()
    if (!this.#isOn || this.#words !== undefined) return
    this.#words = []
    inBackground(
      'letters',
      this.#parts.readWords().then((words) => {
        this.#words = words
        this.#show()
      }),
    )
  }

  /** What the network makes of a frame. */
  onReading(spelling: Spelling): void {
    this.#seen = spelling
    const { signed, top } = spelling
    if (signed !== undefined) {
      this.#others = top.flatMap(({ letter }) => (letter === signed ? [] : letter))
    }
    this.#show()
  }

  /** What is to be sent to the system for this: itself as a rule. Call it for everything that is sent, in order. */
  effectsFor(caused: CausedEffect): readonly CausedEffect[] {
    const { effect, cause } = caused
    if (effect.kind !== 'spelling') {
      const isSigned = cause.startsWith(`${SIGN_LETTERS}.`) && effect.kind === 'key.text'
      this.#setWord(
        wordAfter(this.#word, effect, isSigned ? inCaseOf(effect.text, this.#others) : []),
      )
      return [caused]
    }
    const step = onSpellingCommand(this.#word, effect.command, this.#words ?? [])
    this.#setWord(step.word)
    return step.effects.map((one) => ({ ...caused, effect: one }))
  }

  /** Somebody types or clicks by other means: the word under way is anybody's guess. */
  forget(): void {
    this.#setWord(NO_WORD)
  }

  #setWord(word: SpeltWord): void {
    if (word === this.#word) return
    this.#word = word
    this.#show()
  }

  /** Every frame may change it, and most do not. */
  #show(): void {
    const view = this.#view()
    const text = JSON.stringify(view)
    if (text === this.#published) return
    this.#published = text
    this.#parts.publish(view)
  }

  #view(): SpellingView {
    if (!this.#isOn) return { kind: 'off' }
    const { top, isUnsure } = this.#seen
    const { text } = this.#word
    return {
      ...{ kind: 'on', isUnsure, word: text },
      letters: top.map(({ letter, score }) => ({ letter, score: Math.round(score * 100) / 100 })),
      completions: [...completionsOf(text, this.#words ?? [], COMPLETIONS_SHOWN)],
    }
  }
}

const NOTHING_SEEN: Pick<Spelling, 'top' | 'isUnsure'> = { top: [], isUnsure: false }

/** Letters as large or small as the one that is typed. */
const inCaseOf = (typed: string, letters: readonly string[]): readonly string[] =>
  typed === typed.toLowerCase() ? letters.map((letter) => letter.toLowerCase()) : letters
