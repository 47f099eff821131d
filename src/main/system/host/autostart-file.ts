import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { configHome } from '../../../node/data-dir.ts'

const FILE_NAME = 'beckon.desktop'

/** Where desktops look for what to start after a login (XDG Autostart 0.5). */
export function autostartFolder(env: Readonly<NodeJS.Dict<string>>): string {
  return join(configHome(env), 'autostart')
}

/** Has desktops start a program after a login, or no more; twice is once. `command` is the program and what it is given. */
export function setAutostart(folder: string, command: readonly string[], isOn: boolean): void {
  const path = join(folder, FILE_NAME)
  if (!isOn) {
    rmSync(path, { force: true })
    return
  }
  mkdirSync(folder, { recursive: true })
  writeFileSync(path, entryOf(command))
}

function entryOf(command: readonly string[]): string {
  return `${[
    '[Desktop Entry]',
    'Type=Application',
    'Name=Beckon',
    'Comment=Control this computer by hand',
    `Exec=${command.map(quotedArgument).join(' ')}`,
    'Terminal=false',
    'X-GNOME-Autostart-enabled=true',
  ].join('\n')}\n`
}

/** As the Desktop Entry Specification has it: quoted, four characters escaped, that twice for the file, `%` doubled. */
function quotedArgument(argument: string): string {
  const escaped = argument.replaceAll(/["`$\\]/g, '\\$&').replaceAll('\\', '\\\\')
  return `"${escaped.replaceAll('%', '%%')}"`
}
