import { mkdir, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { readProjectText } from './read-project-text.ts'
import { writeAtomically } from '../../system/storage/write-atomically.ts'

/** Copies of project files as they last were when they were whole, so that a broken one goes on after a restart, too. */
export interface LastGood {
  /** Every copy that there is. */
  all(): Promise<readonly { readonly id: string; readonly text: string }[]>
  read(id: string): Promise<string | undefined>
  store(id: string, text: string): Promise<void>
  forget(id: string): Promise<void>
}

/** In `.last-good` inside the folder. Without room or permission for copies there are none, and all else goes on. */
export function lastGoodIn(folder: string): LastGood {
  const copies = join(folder, '.last-good')
  const path = (id: string): string => join(copies, `${id}.json`)
  const read = (id: string): Promise<string | undefined> => readProjectText(path(id))
  return {
    all: async () => {
      const names = await readdir(copies).catch((): string[] => [])
      const ids = names.flatMap((name) => idOf(name) ?? [])
      const found = await Promise.all(ids.map(async (id) => ({ id, text: await read(id) })))
      return found.flatMap(({ id, text }) => (text === undefined ? [] : [{ id, text }]))
    },
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

const idOf = (name: string): string | undefined => /^([^.]+)\.json$/.exec(name)?.[1]
