import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { makePrivateFolder } from '../../../../node/private-folder.ts'

export interface BrowserTemporary {
  readonly folder: string
  remove(): void
}

/** What a browser makes there has names of this length, a socket among them; systems cut a socket's path after 107 characters. */
const LONGEST_INSIDE = '/org.chromium.Chromium.XXXXXX/SingletonSocket'.length
const MOST_SOCKET_PATH = 107

/**
 * A place for a browser's temporary files, which it leaves behind when it is ended. In its profile, where the next start clears away
 * what was left after a kill; where that path is too long, beside everybody else's. Call when no browser uses the profile.
 */
export function makeBrowserTemporary(profileDir: string): BrowserTemporary {
  const inside = join(profileDir, 'tmp')
  const clear = (folder: string): void => {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
  }
  clear(inside)
  const isShort = inside.length + LONGEST_INSIDE <= MOST_SOCKET_PATH
  if (isShort) makePrivateFolder(inside)
  const folder = isShort ? inside : mkdtempSync(join(tmpdir(), 'beckon-browser-'))
  return {
    folder,
    remove: () => {
      clear(folder)
    },
  }
}
