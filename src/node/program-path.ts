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

/** How the process that works on a video is started, before its folder of models. Its garbage is short-lived: frames and tensors. */
export const videoWorkerCommand = (models: string): readonly string[] => [
  process.execPath,
  '--max-semi-space-size=1',
  builtEntry('video-worker'),
  models,
]
