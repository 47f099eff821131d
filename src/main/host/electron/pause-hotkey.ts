import { globalShortcut } from 'electron'
import { failed, ok, type Result } from '../../../contract/result.ts'

/** B for Beckon; free on all three systems as they come. */
export const PAUSE_HOTKEY = 'Control+Alt+B'

/** Pauses and resumes from anywhere. Fails when another program has the keys. */
export function claimPauseHotkey(onPress: () => void): Result<() => void> {
  if (globalShortcut.register(PAUSE_HOTKEY, onPress)) {
    return ok(() => globalShortcut.unregister(PAUSE_HOTKEY))
  }
  return failed(
    `The pause hotkey ${PAUSE_HOTKEY} is taken by another program.`,
    'Pause from the tray or the window, or free the keys in the other program.',
  )
}
