import { app } from 'electron'
import { autostartFolder, setAutostart } from '../autostart-file.ts'

/** Nobody has asked for it at that moment: no window, no camera. */
const QUIETLY = ['--hidden', '--paused']

/** Has the system start Beckon after a login, or no more. Throws where the system refuses. */
export function startAtLogin(isOn: boolean): void {
  if (process.platform === 'linux') {
    setAutostart(autostartFolder(process.env), [...ownCommand(), ...QUIETLY], isOn)
  } else {
    app.setLoginItemSettings({ openAtLogin: isOn, args: QUIETLY })
  }
}

/** An AppImage is somewhere else at every start; run from its sources, Electron wants the folder. */
function ownCommand(): readonly string[] {
  const image = process.env['APPIMAGE']
  if (image !== undefined) return [image]
  return app.isPackaged ? [process.execPath] : [process.execPath, app.getAppPath()]
}
