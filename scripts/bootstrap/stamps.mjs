import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { ROOT, STAMPS } from './places.mjs'

/** What a step noted when it last ended, or undefined. */
export function readStamp(name) {
  try {
    return JSON.parse(readFileSync(join(STAMPS, `${name}.json`), 'utf8'))
  } catch {
    return undefined
  }
}

/** Somebody else may have installed Beckon: then a step that leaves no note is done once more the next time. */
export function writeStamp(name, value, folder = STAMPS) {
  try {
    mkdirSync(folder, { recursive: true })
    writeFileSync(join(folder, `${name}.json`), JSON.stringify(value))
  } catch (error) {
    if (!NOT_OURS.has(error.code)) throw error
  }
}

const NOT_OURS = new Set(['EACCES', 'EPERM', 'EROFS'])

/** One hash over names and contents of the files under some paths of the project; missing paths count as empty. */
export function hashOf(paths, { root = ROOT, isIgnored = () => false } = {}) {
  const hash = createHash('sha256')
  for (const file of paths.flatMap((path) => filesUnder(join(root, path))).sort()) {
    const name = relative(root, file).split(sep).join('/')
    if (isIgnored(name)) continue
    hash.update(`${name}\0`)
    hash.update(readFileSync(file))
  }
  return hash.digest('hex')
}

function filesUnder(path) {
  const found = statSync(path, { throwIfNoEntry: false })
  if (found === undefined) return []
  if (found.isFile()) return [path]
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
}
