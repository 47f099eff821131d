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
  /** After a crash: removes parts and uploads of jobs that nobody works on any more, if they were not touched for so long. */
  sweep(isWanted: (id: string) => Promise<boolean>, untouchedMs?: number): Promise<void>
}

export async function openJobFiles(dataDir: string): Promise<JobFiles> {
  const [results, uploads] = [join(dataDir, 'results'), join(dataDir, 'uploads')]
  await mkdir(results, { recursive: true, mode: 0o700 })
  await mkdir(uploads, { recursive: true, mode: 0o700 })
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
      for (const folder of [results, uploads]) {
        for (const name of await readdir(folder)) {
          const path = join(folder, name)
          const isLeft = folder === uploads || name.endsWith('.part')
          const [id = ''] = name.split('.')
          if (!isLeft || (await ageMs(path)) < untouchedMs || (await isWanted(id))) continue
          await rm(path, { recursive: true, force: true })
        }
      }
    },
  }
}

/** One that has just gone has no age. */
const ageMs = (path: string): Promise<number> =>
  stat(path).then(
    ({ mtimeMs }) => Math.max(0, Date.now() - mtimeMs),
    () => 0,
  )
