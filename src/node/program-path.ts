import { existsSync } from 'node:fs'
import { join } from 'node:path'

/** A program of ours that is started by another one. */
export type Program =
  'input-process' | 'listener-process' | 'serve' | 'tracker-process' | 'video-worker'

/**
 * Where a program begins: in `programs` when we run from the sources; otherwise among the built entries, beside this file or, since
 * the build puts shared code into chunks, a folder above it. `here` is the folder that this file runs in.
 */
export function programPath(name: Program, here: string = import.meta.dirname): string {
  const candidates = [
    join(here, '..', 'programs', `${name}.ts`),
    join(here, `${name}.js`),
    join(here, '..', `${name}.js`),
  ]
  const found = candidates.find((path) => existsSync(path))
  if (found === undefined) throw new Error(`programPath: no entry ${name} near ${here}`)
  return found
}
