import type { OtherLanguage } from '../other-language.ts'
import { germanActs } from './acts.ts'
import { germanGestures } from './gestures.ts'
import { germanSentences } from './sentences/german-sentences.ts'
import { germanTray } from './tray.ts'

export const german: OtherLanguage = {
  acts: germanActs,
  gestures: germanGestures,
  tray: germanTray,
  sentences: germanSentences,
}
