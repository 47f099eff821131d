import type { ChildProcess } from 'node:child_process'

/** Resolves when it has ended and all that it wrote was read; null when a signal ended it or it could not be started. */
export const exitCodeOf = (child: ChildProcess): Promise<number | null> =>
  new Promise((resolve) => {
    child.once('error', () => {
      resolve(null)
    })
    child.once('close', resolve)
  })
