import { englishActions } from './actions.ts'
import { englishGestures } from './gestures.ts'
import { englishTray } from './tray.ts'

export const english = { ...englishActions, gestures: englishGestures, tray: englishTray }
