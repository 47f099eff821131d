import { open, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'

/**
 * Replaces a file whole: whoever reads it, also after a power cut, finds the old text or the new one, never a part. One
 * writing of a file at a time: the draft beside it has the same name every time, so that a kill leaves one at most.
 */
export async function writeAtomically(path: string, text: string): Promise<void> {
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
