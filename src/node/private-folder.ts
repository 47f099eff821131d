import { chmodSync, mkdirSync, statSync } from 'node:fs'

/**
 * Makes a folder for its user alone, or takes the rights of others from one that is there: an earlier Beckon, or whoever made it,
 * left it open. One that belongs to somebody else stays as it is.
 */
export function makePrivateFolder(path: string): void {
  mkdirSync(path, { recursive: true, mode: 0o700 })
  if (process.platform === 'win32') return
  const { mode, uid } = statSync(path)
  if ((mode & 0o077) !== 0 && uid === process.getuid?.()) chmodSync(path, mode & 0o700)
}
