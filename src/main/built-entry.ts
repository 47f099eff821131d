import { existsSync } from 'node:fs'
import { join } from 'node:path'

/**
 * A process's entry: beside this file, or in another room, when run from its sources; one of the built entries otherwise, a
 * folder above chunks.
 */
export function builtEntry(name: string, room = '.'): string {
  const here = import.meta.dirname
  const candidates = [
    join(here, room, `${name}.ts`),
    join(here, `${name}.js`),
    join(here, '..', `${name}.js`),
  ]
  const found = candidates.find((path) => existsSync(path))
  if (found === undefined) throw new Error(`builtEntry: no entry ${name} near ${here}`)
  return found
}
