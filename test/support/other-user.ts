import { spawn } from 'node:child_process'
import { text } from 'node:stream/consumers'

/** Nobody, on every Unix. */
export const OTHER_UID = 65534

/** Only root can be somebody else; where this is false a test is skipped, by name. */
export const canBeOtherUser = process.platform === 'linux' && process.getuid?.() === 0

/** Runs a program text of Node as another user of this computer; what it wrote. */
export async function asOtherUser(program: string, ...args: readonly string[]): Promise<string> {
  const child = spawn(process.execPath, ['--input-type=module', '-e', program, ...args], {
    ...{ uid: OTHER_UID, gid: OTHER_UID, cwd: '/', env: { PATH: process.env['PATH'] } },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  return text(child.stdout)
}
