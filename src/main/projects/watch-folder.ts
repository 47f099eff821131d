import { watch } from 'node:fs'

/** Editors write a file in several steps; this long after the last of them it is read. */
const SETTLE_MS = 80

/** Calls `onChange` when something in the folder has changed and come to rest. Answers how to stop. */
export function watchFolder(folder: string, onChange: () => void): () => void {
  let timer: NodeJS.Timeout | undefined
  try {
    const watcher = watch(folder, () => {
      clearTimeout(timer)
      timer = setTimeout(onChange, SETTLE_MS)
    })
    // The folder was removed: its projects stay as they are until the next start.
    watcher.on('error', () => watcher.close())
    return () => {
      clearTimeout(timer)
      watcher.close()
    }
  } catch {
    // No such folder, or a file system that cannot be watched: what was read at the start holds.
    return () => undefined
  }
}
