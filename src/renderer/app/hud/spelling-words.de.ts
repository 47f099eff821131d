import type { Said } from '../../../contract/words/language.ts'
import type { spellingEnglish } from './spelling-words.en.ts'

export const spellingGerman: Said<typeof spellingEnglish> = {
  title: 'Buchstabieren',
  noHand: 'Zeige deine Hand, um zu buchstabieren.',
  unsure: 'Nicht sicher: Halte sie still.',
  noWord: 'Noch kein Wort',
  letters: 'Wahrscheinlichste Buchstaben',
  word: 'Wort bis hier',
  completions: 'Es kann werden',
}
