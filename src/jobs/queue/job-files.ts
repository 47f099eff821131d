import { existsSync } from 'node:fs'
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Job } from './job.ts'

/** Where jobs keep their files. What is being written carries `.part`, so that nothing half-written is ever served. */
export interface JobFiles {
  readonly databasePath: string
  uploadPath(id: string): string
  landmarksPath(id: string): string
  annotatedPath(id: string): string
  partOf(path: string): string
  /** Makes a finished file known under its own name, safely on disk. Does nothing where none was written. */
  keepAsResult(path: string): Promise<void>
  /** Removes what a job leaves that has nothing to show. */
  discard(id: string): Promise<void>
  discardUpload(job: Pick<Job, 'id' | 'isUpload'>): Promise<void>
  /**
   * After a crash: removes parts and uploads of jobs that nobody works on any more, if they were not touched for so long. What a
   * damaged file that was kept aside may name is left alone while that file is there.
   */
  sweep(isWanted: (id: string) => Promise<boolean>, untouchedMs?: number): Promise<void>
}

export async function openJobFiles(dataDir: string): Promise<JobFiles> {
  for (const folder of foldersIn(dataDir)) await mkdir(folder, { recursive: true, mode: 0o700 })
  return jobFilesIn(dataDir)
}

const foldersIn = (dataDir: string) => [join(dataDir, 'results'), join(dataDir, 'uploads')] as const

/** The same, where the folders may not be there. */
export function jobFilesIn(dataDir: string): JobFiles {
  const [results, uploads] = foldersIn(dataDir)
  const partOf = (path: string): string => `${path}.part`
  const landmarksPath = (id: string): string => join(results, `${id}.jsonl`)
  const annotatedPath = (id: string): string => join(results, `${id}.mp4`)
  const uploadPath = (id: string): string => join(uploads, id)
  const written = (id: string): readonly string[] => [landmarksPath(id), annotatedPath(id)]
  return {
    databasePath: join(dataDir, 'jobs.sqlite'),
    uploadPath,
    landmarksPath,
    annotatedPath,
    partOf,
    keepAsResult: async (path) => {
      if (!existsSync(partOf(path))) return
      const file = await open(partOf(path), 'r+')
      await file.sync()
      await file.close()
      await rename(partOf(path), path)
    },
    discard: async (id) => {
      const all = written(id).flatMap((path) => [path, partOf(path)])
      await Promise.all(all.map((path) => rm(path, { force: true })))
    },
    discardUpload: async ({ id, isUpload }) => {
      if (isUpload) await rm(uploadPath(id), { recursive: true, force: true })
    },
    sweep: async (isWanted, untouchedMs = 0) => {
      const asideAtMs = await lastSetAsideMs(dataDir)
      for (const folder of [results, uploads]) {
        for (const name of await readdir(folder)) {
          const path = join(folder, name)
          const isLeft = folder === uploads || name.endsWith('.part')
          const [id = ''] = name.split('.')
          const writtenAtMs = await writtenMs(path)
          const isRecent = Date.now() - writtenAtMs < untouchedMs
          const isNamedAside = folder === uploads && writtenAtMs <= asideAtMs
          if (!isLeft || isRecent || isNamedAside || (await isWanted(id))) continue
          await rm(path, { recursive: true, force: true })
        }
      }
    },
  }
}

/** One that has just gone is of now. A clock that was put back makes nothing come from the future. */
const writtenMs = (path: string): Promise<number> =>
  stat(path).then(
    ({ mtimeMs }) => Math.min(mtimeMs, Date.now()),
    () => Date.now(),
  )

/** When a damaged file was last kept aside (`set-aside.ts`); never, while none is there. */
async function lastSetAsideMs(dataDir: string): Promise<number> {
  const aside = (await readdir(dataDir)).filter((name) => /\.broken-\d+\.sqlite$/.test(name))
  const times = await Promise.all(aside.map((name) => writtenMs(join(dataDir, name))))
  return Math.max(Number.NEGATIVE_INFINITY, ...times)
}
