import { englishActions } from './actions.ts'
import { englishGestures } from './gestures.ts'
import { englishTray } from './tray.ts'

export const english = {
  /** The language by its own name, so that whoever cannot read the one spoken finds theirs. */
  name: 'English',
  ...englishActions,
  gestures: englishGestures,
  tray: englishTray,
}
