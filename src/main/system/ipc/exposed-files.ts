import { basename } from 'node:path'
import type { ExposedFile } from '../../shared/exposed-file.ts'
import { randomSecret } from '../../../node/loopback-auth.ts'
import { describeFile, encodedName, findServedFile, type ServedFile } from './served-file.ts'

/** The files that a page may read: those of its folders, and single ones that were published. */
export interface ExposedFiles {
  find(urlPath: string): Promise<ServedFile | undefined>
  /** Makes one local file readable under a path that cannot be guessed. */
  publish(file: string | ExposedFile): string
}

/** `folders`: URL prefix → folder. */
export function createExposedFiles(folders: Readonly<Record<string, string>>): ExposedFiles {
  const published = new Map<string, ExposedFile>()
  return {
    find(urlPath) {
      const file = published.get(urlPath)
      if (file === undefined) return findServedFile(urlPath, folders)
      return file.kind === 'made' ? Promise.resolve(file) : onDisk(file)
    },
    publish(given) {
      const file: ExposedFile = typeof given === 'string' ? { kind: 'on-disk', path: given } : given
      const name = file.kind === 'made' ? file.downloadAs : basename(file.path)
      const path = `/published/${randomSecret()}/${encodedName(name)}`
      published.set(path, file)
      file.until?.addEventListener('abort', () => void published.delete(path), { once: true })
      return path
    },
  }
}

async function onDisk({
  path,
  downloadAs,
}: Extract<ExposedFile, { kind: 'on-disk' }>): Promise<ServedFile | undefined> {
  const file = await describeFile(path)
  return file && downloadAs !== undefined ? { ...file, downloadAs } : file
}
