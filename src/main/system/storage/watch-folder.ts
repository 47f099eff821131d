import { statSync, watch, type FSWatcher } from 'node:fs'
import { linkedSignature } from './linked-signature.ts'

/** Editors write a file in several steps; this long after the last of them it is read. */
const SETTLE_MS = 80
/** How often a folder that is not there, or cannot be watched, is looked at. */
const RETRY_MS = 2000

/** How often what lies behind symbolic links is looked at: no watcher tells of it. */
const LINKS_MS = 1000

/**
 * Calls `onChange` when something in the folder has changed and come to rest, also when the folder was removed and is made
 * anew, and when what a symbolic link leads to has. One that cannot be watched, as on some network drives, is taken for
 * changed every two seconds. Answers how to stop.
 */
export function watchFolder(folder: string, onChange: () => void): () => void {
  let watcher: FSWatcher | undefined
  let settling: NodeJS.Timeout | undefined
  let retrying: NodeJS.Timeout | undefined

  const onFolderChanged = (): void => {
    clearTimeout(settling)
    settling = setTimeout(onChange, SETTLE_MS)
  }
  const open = (): void => {
    const watched = numberOf(folder)
    try {
      watcher = watch(folder, () => {
        onFolderChanged()
        // A watcher stays with the folder that it was given, wherever that goes.
        if (numberOf(folder) !== watched) reopenWatcher()
      })
      watcher.on('error', reopenWatcher)
    } catch {
      reopenWatcher()
    }
  }
  const reopenWatcher = (): void => {
    watcher?.close()
    watcher = undefined
    clearTimeout(retrying)
    retrying = setTimeout(() => {
      if (numberOf(folder) === undefined) {
        reopenWatcher()
        return
      }
      onFolderChanged()
      open()
    }, RETRY_MS)
    retrying.unref()
  }
  open()
  const stopWatchingLinks = watchLinks(folder, (isElsewhere) => {
    onFolderChanged()
    // The watcher stays with the folder that the link pointed at.
    if (isElsewhere) reopenWatcher()
  })
  return () => {
    stopWatchingLinks()
    clearTimeout(settling)
    clearTimeout(retrying)
    watcher?.close()
  }
}

/** Calls when what lies behind links has changed, and says whether the folder itself is another one now. */
function watchLinks(folder: string, onChange: (isElsewhere: boolean) => void): () => void {
  let behindLinks = linkedSignature(folder)
  const timer = setInterval(() => {
    const before = behindLinks
    behindLinks = linkedSignature(folder)
    if (behindLinks !== before) onChange(folderIn(before) !== folderIn(behindLinks))
  }, LINKS_MS)
  timer.unref()
  return () => {
    clearInterval(timer)
  }
}

const folderIn = (signature: string | undefined): string | undefined => signature?.split('\n')[0]

/** The file system's own number of the folder that is there now. */
const numberOf = (folder: string): number | undefined =>
  statSync(folder, { throwIfNoEntry: false })?.ino
