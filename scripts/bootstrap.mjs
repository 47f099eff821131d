/**
 * The two commands and their kin: `start`, `dev`, `test`, `doctor`, `replay`, `serve`, `train`, `bench NAME`, `eval NAME`.
 * Sets up what is missing, each step with one line that says what and why, and then runs the thing on the Node 24 that the packages bring. Plain
 * JavaScript on built-ins alone, because it runs before anything is installed, on whatever Node (20 or later) there is.
 */
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { ensureBuild, ensureModels, sourceHash } from './bootstrap/build.mjs'
import { playsFile, readCommandLine } from './bootstrap/command-line.mjs'
import { ensureDependencies } from './bootstrap/dependencies.mjs'
import { develop } from './bootstrap/develop.mjs'
import { lacksDisplay, openDisplay } from './bootstrap/display.mjs'
import { ensureElectron } from './bootstrap/electron.mjs'
import { NODE, ROOT } from './bootstrap/places.mjs'
import { runApp } from './bootstrap/run.mjs'
import { SetUpFailure, say } from './bootstrap/say.mjs'
import { ensureSystemPackages, systemNeeds } from './bootstrap/system-packages.mjs'

const VERBS = {
  start,
  dev,
  test,
  doctor,
  replay,
  bench: (args) => runNamed('bench', args),
  eval: (args) => runNamed('evals', args),
  serve,
  train,
}
const [verb = 'start', ...args] = process.argv.slice(2)

try {
  const run = VERBS[verb]
  if (run === undefined) {
    throw new SetUpFailure(`There is no "${verb}".`, Object.keys(VERBS).join(', '))
  }
  process.exitCode = await run(args)
} catch (error) {
  if (!(error instanceof SetUpFailure)) throw error
  say(error.message)
  process.exitCode = 1
}

async function start(given) {
  ensureDependencies()
  const asked = readCommandLine(given)
  if (asked.kind === 'help') {
    process.stdout.write(asked.text)
    return 0
  }
  if (asked.kind === 'problem') {
    say(asked.text)
    return 2
  }
  const electron =
    asked.host === undefined || asked.host === 'electron'
      ? ensureElectron({ isWanted: asked.host === 'electron' })
      : undefined
  if (asked.host === 'electron' && electron === undefined) {
    throw new SetUpFailure('Electron cannot run here.', 'npm start -- --host chromium')
  }
  const needs = { needsBrowser: electron === undefined, playsFile: playsFile(asked.camera) }
  ensureSystemPackages(systemNeeds({ verb: 'start', needsDisplay: lacksDisplay(), ...needs }))
  ensureModels()
  ensureBuild()
  return onDisplay((env) => runHost(electron, asked.host ?? 'chromium', given, env))
}

function runHost(electron, host, given, env) {
  if (electron === undefined) {
    return runApp(NODE, [join(ROOT, 'out', 'main', `${host}.js`), ...given], env)
  }
  // Electron's sandbox refuses to run as root.
  const flags = process.platform === 'linux' && process.getuid() === 0 ? ['--no-sandbox'] : []
  return runApp(electron, [...flags, ROOT, ...given], env)
}

/** `start`, again and again: a source that changes is seen in the window as soon as it is built. */
function dev(given) {
  ensureDependencies()
  const args = [join(ROOT, 'scripts', 'bootstrap.mjs'), 'start', ...given]
  return develop({ program: NODE, args, folders: [join(ROOT, 'src')], hash: sourceHash })
}

async function test(given) {
  ensureDependencies()
  ensureSystemPackages(systemNeeds({ verb: 'test' }))
  ensureModels()
  return runApp(NODE, [join(ROOT, 'scripts', 'test.mjs'), ...given])
}

/** Sets up no more than it needs to run: what else is missing is for it to say. */
async function doctor(given) {
  ensureDependencies()
  return onDisplay((env) => runApp(NODE, [program('doctor'), ...given], env))
}

async function serve(given) {
  ensureDependencies()
  ensureModels()
  return runApp(NODE, [program('serve'), ...given])
}

async function train(given) {
  ensureDependencies()
  ensureSystemPackages(systemNeeds({ verb: 'train' }))
  ensureModels()
  return runApp(NODE, [join(ROOT, 'scripts', 'train-letters.mjs'), ...given])
}

/** Plays a recording through the pipeline. */
function replay(given) {
  ensureDependencies()
  return runApp(NODE, [program('replay'), ...given])
}

/** Run as its sources are, so that nothing has to be built. */
function program(name) {
  return join(ROOT, 'src', 'programs', `${name}.ts`)
}

async function runNamed(folder, [name, ...given]) {
  const file = join(ROOT, folder, `${name}.ts`)
  if (name === undefined || !/^[a-z0-9-]+$/.test(name) || !existsSync(file)) {
    const entries = existsSync(join(ROOT, folder)) ? readdirSync(join(ROOT, folder)) : []
    const names = entries
      .filter((entry) => entry.endsWith('.ts') && !/\.(test|d)\.ts$/.test(entry))
      .map((entry) => entry.slice(0, -3))
    const asked = name === undefined ? 'No name given.' : `There is no "${name}" in ${folder}.`
    throw new SetUpFailure(`${asked} There is: ${names.join(', ')}.`)
  }
  ensureDependencies()
  ensureSystemPackages(systemNeeds({ verb: folder }))
  ensureModels()
  ensureBuild()
  return onDisplay((env) => runApp(NODE, ['--expose-gc', file, ...given], env))
}

async function onDisplay(run) {
  const display = await openDisplay()
  try {
    return await run(display.env)
  } finally {
    display.close()
  }
}
