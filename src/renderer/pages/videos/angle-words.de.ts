import type { Said } from '../../../contract/words/language.ts'
import type { anglesEnglish } from './angle-words.en.ts'

export const anglesGerman: Said<typeof anglesEnglish> = {
  sides: { left: 'links', right: 'rechts' },
  joints: {
    elbow: 'Ellbogen',
    shoulder: 'Schultern',
    wrist: 'Handgelenke',
    hip: 'Hüften',
    knee: 'Knie',
    ankle: 'Fußgelenke',
    neck: 'Nacken',
    trunk: 'Neigung des Rumpfes',
    trunkSideways: 'Neigung nach links',
    trunkForward: 'Neigung nach vorn',
  },
}
