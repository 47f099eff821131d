import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { refused, gotThrough, skipped, type Attempt, type AttackKind } from '../attempt.ts'
import { missingPrograms } from '../../../test/support/x11.ts'
import { becomeOtherUser, WHY_NO_OTHER_USER } from '../means/other-user.ts'
import type { OtherUsersDeed } from '../means/as-other-user.ts'
import type { Attacked } from '../strike-all.ts'

const DISPLAY = join(import.meta.dirname, '../../../scripts/bootstrap/display.mjs')
/** Opens the display that the app gets where there is none, says its name and waits. */
const OPEN = `const { openDisplay } = await import(${JSON.stringify(DISPLAY)})
const display = await openDisplay()
process.send(display.env)
process.once('disconnect', () => { display.close(); process.exit(0) })`

/** What another user does with a display that lets them in. */
const DEEDS: Readonly<Record<string, readonly string[]>> = {
  'reading where the pointer is': ['xdotool', 'getmouselocation'],
  'moving the pointer': ['xdotool', 'mousemove', '11', '22'],
  typing: ['xdotool', 'key', 'a'],
  'taking a picture of the screen': [
    'ffmpeg',
    '-v',
    'error',
    '-f',
    'x11grab',
    '-video_size',
    '64x64',
    '-i',
    '{display}',
    '-frames:v',
    '1',
    '-f',
    'null',
    '-',
  ],
  'listing the windows': ['xprop', '-root'],
}

export const VIRTUAL_DISPLAY: AttackKind<Attacked> = {
  kind: 'the virtual display, as another user',
  attempts: () => Object.entries(DEEDS).map(([what, command]) => attempt(what, command)),
}

const attempt = (what: string, command: readonly string[]): Attempt<Attacked> => ({
  what,
  strike: async () => {
    const missing = missingPrograms('Xvfb', command[0] ?? '')
    if (missing.length > 0) return skipped(`needs ${missing.join(', ')}`)
    const other = becomeOtherUser()
    if (other === undefined) return skipped(WHY_NO_OTHER_USER)
    const opened = await openDisplay()
    try {
      const args = command.map((word) => word.replace('{display}', opened.name))
      const deed: OtherUsersDeed = { kind: 'run', command: args, display: opened.name }
      const [finding] = await other.attempt([deed])
      const how = finding?.how ?? ''
      return finding?.isRefused === true ? refused(how) : gotThrough(how)
    } finally {
      opened.close()
      other.close()
    }
  },
})

async function openDisplay(): Promise<{ readonly name: string; close(): void }> {
  const env = { ...process.env, DISPLAY: '', WAYLAND_DISPLAY: '' }
  const child = spawn(process.execPath, ['--input-type=module', '-e', OPEN], {
    ...{ env, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] },
  })
  const said = await new Promise<unknown>((resolve, reject) => {
    child.once('message', resolve)
    child.once('exit', () => {
      reject(new Error('the display did not open'))
    })
  })
  const name = (said as Readonly<Record<string, string>>)['DISPLAY'] ?? ''
  return {
    name,
    close: () => {
      child.disconnect()
    },
  }
}
