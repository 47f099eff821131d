import { Notification, type BrowserWindow } from 'electron'
import { spoken } from '../../../../contract/words/spoken.ts'

/** What a closed window is told about. */
export interface Staying {
  /** A tray from which it can be had back. Without one, closing the window ends Beckon. */
  readonly hasTray: () => boolean
  readonly isExplained: () => boolean
  readonly explained: () => void
}

/** Closing the window hides it while the tray stays; the first time people are told so. */
export function hideInsteadOfClosing(window: BrowserWindow, staying: Staying): void {
  window.on('close', (event) => {
    if (!staying.hasTray()) return
    event.preventDefault()
    window.hide()
    if (staying.isExplained() || !Notification.isSupported()) return
    const { title, text } = spoken.tray.staying
    new Notification({ title, body: text }).show()
    staying.explained()
  })
}
