import { randomUUID } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'

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
        return { path, changedMs: (await stat(path)).ctimeMs }
      }),
    )
    return files.toSorted((a, b) => b.changedMs - a.changedMs).map(({ path }) => path)
  }
  return {
    put: async (path) => {
      // Not `recursive`: that hides why a folder cannot be made.
      await mkdir(folder).catch((error: unknown) => {
        if (!isPresence(error)) throw error
      })
      const place = join(folder, `${randomUUID()}.json`)
      await rename(path, place)
      return place
    },
    read: async () => {
      const paths = await newestFirst()
      return Promise.all(
        paths.map(async (path) => ({ path, text: await readFile(path, 'utf8').catch(() => '') })),
      )
    },
    tidy: async () => {
      const old = (await newestFirst()).slice(KEPT)
      await Promise.all(old.map((path) => rm(path, { force: true })))
    },
  }
}

function isPresence(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EEXIST'
}
