import { basename } from 'node:path'
import { randomSecret } from './page-access.ts'
import { describeFile, findServedFile, type ServedFile } from './served-file.ts'

/** The files that a page may read: those of its folders, and single ones that were published. */
export interface PublishedFiles {
  find(urlPath: string): Promise<ServedFile | undefined>
  /** Makes one local file readable under a path that cannot be guessed. */
  publish(filePath: string): string
}

/** `folders`: URL prefix → folder. */
export function createPublishedFiles(folders: Readonly<Record<string, string>>): PublishedFiles {
  const published = new Map<string, string>()
  return {
    find(urlPath) {
      const file = published.get(urlPath)
      return file === undefined ? findServedFile(urlPath, folders) : describeFile(file)
    },
    publish(filePath) {
      const path = `/published/${randomSecret()}/${encodeURIComponent(basename(filePath))}`
      published.set(path, filePath)
      return path
    },
  }
}
