import { createHash } from 'node:crypto'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

const REPO = join(import.meta.dirname, '..', '..')
const CACHE = join(REPO, '.beckon', 'cache', 'landmarks')

/**
 * Name under which a result is kept: the file's content, the options and what made it, so that a changed picture,
 * model or library never answers with an old result.
 */
export async function cacheKey(file: string, options: object, maker: string): Promise<string> {
  const hash = createHash('sha256')
  hash.update(await readFile(file))
  hash.update(JSON.stringify(options))
  hash.update(maker)
  return hash.digest('hex')
}

/** The kept value, or undefined when there is none or it does not parse (then it is made anew). */
export async function readCached<Value>(
  key: string,
  parse: (value: unknown) => Value,
): Promise<Value | undefined> {
  try {
    return parse(JSON.parse(await readFile(pathOf(key), 'utf8')))
  } catch {
    return undefined
  }
}

export async function writeCached(key: string, value: unknown): Promise<void> {
  const path = pathOf(key)
  await mkdir(join(path, '..'), { recursive: true })
  const temporary = `${path}.${process.pid}.tmp`
  await writeFile(temporary, JSON.stringify(value))
  await rename(temporary, path)
}

function pathOf(key: string): string {
  return join(CACHE, key.slice(0, 2), `${key}.json`)
}
