import type { Said } from '../../../contract/words/language.ts'
import type { intakeEnglish } from './intake-words.en.ts'

export const intakeGerman: Said<typeof intakeEnglish> = {
  drop: 'Lass Videos los, um zu sehen, wie sich Menschen darin bewegen',
}
