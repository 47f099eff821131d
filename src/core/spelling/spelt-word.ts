import type { SpellingCommand } from '../action/action.ts'
import type { Effect } from '../action/effect.ts'
import { effectTraits } from '../action/effect-traits.ts'
import { completionsOf } from './word-completion.ts'

/** The word under way, as far as what was sent to the system tells; empty when nobody can know. */
export interface SpeltWord {
  readonly text: string
  /** What its last letter may have been instead, likeliest first. */
  readonly others: readonly string[]
}

export interface SpellingStep {
  readonly word: SpeltWord
  /** What has to be typed for it, in order. */
  readonly effects: readonly Effect[]
}

export const NO_WORD: SpeltWord = { text: '', others: [] }

const IN_WORD = /[\p{L}']/u

const BACKSPACE: Effect = { kind: 'key.chord', keys: ['backspace'] }

/** After something was sent to the system. `others` is what a letter typed now may have been instead. */
export function wordAfter(
  word: SpeltWord,
  effect: Effect,
  others: readonly string[] = [],
): SpeltWord {
  if (effect.kind === 'key.text') return withTypedText(word, effect.text, others)
  if (effect.kind === 'key.chord' && isBackspace(effect.keys)) {
    return { text: word.text.slice(0, -1), others: [] }
  }
  return effectTraits[effect.kind].endsWord ? NO_WORD : word
}

/** What a command to the word comes to; without a word that it could mean, nothing. `words` as in `completionsOf`. */
export function onSpellingCommand(
  word: SpeltWord,
  command: SpellingCommand,
  words: readonly string[],
): SpellingStep {
  switch (command) {
    case 'complete': {
      const [whole] = completionsOf(word.text, words, 1)
      if (whole === undefined) return { word, effects: [] }
      const text = `${whole.slice(word.text.length)} `
      return { word: NO_WORD, effects: [{ kind: 'key.text', text }] }
    }
    case 'exchange': {
      const last = word.text.at(-1)
      const [instead, ...further] = word.others
      if (last === undefined || instead === undefined) return { word, effects: [] }
      return {
        // The letter that was there comes round again after all the others.
        word: { text: word.text.slice(0, -1) + instead, others: [...further, last] },
        effects: [BACKSPACE, { kind: 'key.text', text: instead }],
      }
    }
    case 'drop-word':
      return { word: NO_WORD, effects: [...word.text].map(() => BACKSPACE) }
  }
}

function withTypedText(word: SpeltWord, text: string, others: readonly string[]): SpeltWord {
  const letters = [...(word.text + text)]
  const tail = letters.slice(letters.findLastIndex((letter) => !IN_WORD.test(letter)) + 1).join('')
  return { text: tail, others: tail === '' ? [] : others }
}

const isBackspace = (keys: readonly string[]): boolean =>
  keys.length === 1 && keys[0] === 'backspace'
