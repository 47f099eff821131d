import { spawn } from 'node:child_process'
import { isOnPath } from '../../../../node/installed-program.ts'

/** The title of our page, which is the window's. */
const TITLE = 'Beckon'

/** Brings our window to the front where the system lets a program do that; elsewhere people find it themselves. */
export function raiseWindow(): void {
  if (process.platform !== 'linux' || !isOnPath('wmctrl')) return
  spawn('wmctrl', ['-F', '-a', TITLE], { stdio: 'ignore' }).on('error', () => undefined)
}
