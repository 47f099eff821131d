import type { OtherLanguage } from '../other-language.ts'
import { germanActions } from './actions.ts'
import { germanGestures } from './gestures.ts'
import { germanSentences } from './sentences/german-sentences.ts'
import { germanTray } from './tray.ts'

export const german: OtherLanguage = {
  name: 'Deutsch',
  ...germanActions,
  gestures: germanGestures,
  tray: germanTray,
  sentences: germanSentences,
}
