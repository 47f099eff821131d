import { mkdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { writeAtomically } from '../../system/storage/write-atomically.ts'

/** Copies of project files as they last were when they were whole, so that a broken one goes on after a restart, too. */
export interface LastGood {
  read(id: string): Promise<string | undefined>
  store(id: string, text: string): Promise<void>
  forget(id: string): Promise<void>
}

/** In `.last-good` inside the folder. Without room or permission for copies there are none, and all else goes on. */
export function lastGoodIn(folder: string): LastGood {
  const copies = join(folder, '.last-good')
  const path = (id: string): string => join(copies, `${id}.json`)
  const read = (id: string): Promise<string | undefined> =>
    readFile(path(id), 'utf8').catch(() => undefined)
  return {
    read,
    store: async (id, text) => {
      if ((await read(id)) === text) return
      await mkdir(copies, { recursive: true })
        .then(() => writeAtomically(path(id), text))
        .catch(() => undefined)
    },
    forget: (id) => rm(path(id), { force: true }).catch(() => undefined),
  }
}
