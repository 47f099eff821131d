import { app, powerMonitor } from 'electron'
import type { HostCommand } from '../host.ts'

/** Turns what the system and other instances say into commands. Answers how to stop listening. */
export function listenToSystem(onCommand: (command: HostCommand) => void): () => void {
  const onSuspend = (): void => onCommand({ kind: 'suspend' })
  const onSecondInstance = (): void => onCommand({ kind: 'show-window' })
  const onBeforeQuit = (event: Electron.Event): void => {
    // The app lets go of what is held first, and then ends the process itself.
    event.preventDefault()
    onCommand({ kind: 'quit', reason: 'Quit by the system.' })
  }
  // Electron would end the process with the last window, before the app has closed what it holds.
  const onAllClosed = (): void => undefined
  powerMonitor.on('suspend', onSuspend)
  powerMonitor.on('lock-screen', onSuspend)
  app.on('second-instance', onSecondInstance)
  app.on('before-quit', onBeforeQuit)
  app.on('window-all-closed', onAllClosed)
  return () => {
    powerMonitor.off('suspend', onSuspend)
    powerMonitor.off('lock-screen', onSuspend)
    app.off('second-instance', onSecondInstance)
    app.off('before-quit', onBeforeQuit)
  }
}
