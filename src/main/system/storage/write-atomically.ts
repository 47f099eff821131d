import { open, readlink, realpath, rename, rm } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { codeOf } from '../../../node/error-code.ts'

/**
 * Replaces a file whole: whoever reads it, also after a power cut, finds the old text or the new one, never a part. One
 * writing of a file at a time: the draft beside it has the same name every time, so that a kill leaves one at most. A
 * symbolic link stays one: what it leads to is replaced.
 */
export async function writeAtomically(named: string, text: string): Promise<void> {
  const path = await behindLinks(named)
  const folder = dirname(path)
  const draft = join(folder, `.${basename(path)}.tmp`)
  try {
    const file = await open(draft, 'w', 0o600)
    try {
      await file.writeFile(text)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(draft, path)
  } catch (error) {
    await rm(draft, { force: true })
    throw error
  }
  await syncFolder(folder)
}

/** As many as Linux follows (ELOOP beyond). */
const MOST_LINKS = 40

/** Also of a link to a file that is to be made yet. */
async function behindLinks(path: string, left = MOST_LINKS): Promise<string> {
  try {
    return await realpath(path)
  } catch (error) {
    if (codeOf(error) !== 'ENOENT' || left === 0) throw error
  }
  const target = await readlink(path).catch(() => undefined)
  return target === undefined ? path : behindLinks(resolve(dirname(path), target), left - 1)
}

/** Makes the rename itself last. Windows cannot open folders and does not need it. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
