import { englishActs } from './acts.ts'
import { englishGestures } from './gestures.ts'
import { englishTray } from './tray.ts'

export const english = { acts: englishActs, gestures: englishGestures, tray: englishTray }
