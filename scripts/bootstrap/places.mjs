import { existsSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..')
export const STAMPS = join(ROOT, 'node_modules', '.cache', 'beckon')

/** The Node 24 that the project's packages bring: the system's may be older than they need. */
export const NODE = join(
  ROOT,
  'node_modules/node/bin',
  process.platform === 'win32' ? 'node.exe' : 'node',
)

/** The program's path, or undefined when it is not on PATH. */
export function programPath(name, path = process.env.PATH ?? '') {
  const names = process.platform === 'win32' ? [`${name}.exe`, `${name}.cmd`, name] : [name]
  for (const folder of path.split(delimiter).filter(Boolean)) {
    const found = names.map((file) => join(folder, file)).find((file) => existsSync(file))
    if (found !== undefined) return found
  }
  return undefined
}

export const hasProgram = (name) => programPath(name) !== undefined
