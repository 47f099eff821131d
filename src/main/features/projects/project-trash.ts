import { randomUUID } from 'node:crypto'
import { lstat, mkdir, readdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { readProjectText } from './read-project-text.ts'
import { codeOf } from '../../../node/error-code.ts'

/** Files of deleted projects, kept for a while: the newest twenty. */
export interface ProjectTrash {
  /** Answers where it is now. */
  put(path: string): Promise<string>
  /** What is in it, the newest first. */
  read(): Promise<readonly { readonly path: string; readonly text: string }[]>
  /** Drops what is older than the newest twenty. */
  tidy(): Promise<void>
}

const KEPT = 20

export function projectTrash(userDir: string): ProjectTrash {
  const folder = join(userDir, '.deleted')
  const newestFirst = async (): Promise<readonly string[]> => {
    const names = await readdir(folder).catch((): string[] => [])
    const files = await Promise.all(
      names.map(async (name) => {
        const path = join(folder, name)
        const found = await lstat(path).catch(() => undefined)
        return found === undefined ? [] : [{ path, changedMs: found.ctimeMs }]
      }),
    )
    return files
      .flat()
      .toSorted((a, b) => b.changedMs - a.changedMs)
      .map(({ path }) => path)
  }
  return {
    put: async (path) => {
      // Not `recursive`: that hides why a folder cannot be made.
      await mkdir(folder).catch((error: unknown) => {
        if (codeOf(error) !== 'EEXIST') throw error
      })
      const place = join(folder, `${randomUUID()}.json`)
      await rename(path, place)
      return place
    },
    read: async () => {
      const paths = (await newestFirst()).slice(0, KEPT)
      return Promise.all(
        paths.map(async (path) => ({ path, text: (await readProjectText(path)) ?? '' })),
      )
    },
    tidy: async () => {
      const old = (await newestFirst()).slice(KEPT)
      await Promise.all(old.map((path) => rm(path, { force: true })))
    },
  }
}
