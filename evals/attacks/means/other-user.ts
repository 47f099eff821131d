import { spawn } from 'node:child_process'
import { chmodSync, copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { OtherUsersDeed, OtherUsersFinding } from './as-other-user.ts'

/** `nobody`, who owns nothing. */
const NOBODY = 65_534
const PROGRAM = join(import.meta.dirname, 'as-other-user.ts')

/** Another user of this machine, who may try things; undefined where nobody can become one. */
export interface OtherUser {
  attempt(deeds: readonly OtherUsersDeed[]): Promise<readonly OtherUsersFinding[]>
  close(): void
}

export const WHY_NO_OTHER_USER = 'only root on Linux can become another user'

export function becomeOtherUser(): OtherUser | undefined {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return undefined
  // The project may lie where nobody else can look: program and code come along.
  const folder = mkdtempSync(join(tmpdir(), 'beckon-other-user-'))
  chmodSync(folder, 0o755)
  const node = join(folder, 'node')
  copyFileSync(process.execPath, node)
  chmodSync(node, 0o755)
  const code = readFileSync(PROGRAM, 'utf8')
  return {
    attempt: async (deeds) => {
      const args = ['--no-warnings', '--input-type=module-typescript', '-e', code]
      const child = spawn(node, [...args, JSON.stringify(deeds)], {
        ...{ uid: NOBODY, gid: NOBODY, cwd: '/' },
        env: { PATH: process.env['PATH'], HOME: '/nonexistent' },
        stdio: ['ignore', 'pipe', 'inherit'],
      })
      let said = ''
      child.stdout.setEncoding('utf8').on('data', (part: string) => (said += part))
      await new Promise((resolve) => child.once('close', resolve))
      return JSON.parse(said) as readonly OtherUsersFinding[]
    },
    close: () => {
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
