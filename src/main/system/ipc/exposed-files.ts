import { basename } from 'node:path'
import type { ExposedFile } from '../../shared/exposed-file.ts'
import { randomSecret } from '../../../node/loopback-auth.ts'
import { describeFile, encodedName, findServedFile, type ServedFile } from './served-file.ts'

/** The files that a page may read: those of its folders, and single ones that were published. */
export interface ExposedFiles {
  find(urlPath: string): Promise<ServedFile | undefined>
  /** Makes one local file readable under a path that cannot be guessed. */
  expose(file: string | ExposedFile): string
}

/** `folders`: URL prefix → folder. */
export function createExposedFiles(folders: Readonly<Record<string, string>>): ExposedFiles {
  const exposed = new Map<string, ExposedFile>()
  return {
    find(urlPath) {
      const file = exposed.get(urlPath)
      if (file === undefined) return findServedFile(urlPath, folders)
      return file.kind === 'made' ? Promise.resolve(file) : describeOnDisk(file)
    },
    expose(given) {
      const file: ExposedFile = typeof given === 'string' ? { kind: 'on-disk', path: given } : given
      const name = file.kind === 'made' ? file.downloadAs : basename(file.path)
      const path = `/published/${randomSecret()}/${encodedName(name)}`
      exposed.set(path, file)
      file.until?.addEventListener('abort', () => void exposed.delete(path), { once: true })
      return path
    },
  }
}

async function describeOnDisk({
  path,
  downloadAs,
}: Extract<ExposedFile, { kind: 'on-disk' }>): Promise<ServedFile | undefined> {
  const file = await describeFile(path)
  return file && downloadAs !== undefined ? { ...file, downloadAs } : file
}
