import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { NODE, ROOT } from './places.mjs'
import { runStep } from './run.mjs'
import { say } from './say.mjs'
import { readStamp, writeStamp } from './stamps.mjs'

const FOLDER = join(ROOT, 'node_modules', 'electron')
const FETCH_LIMIT_MS = 60_000
const RETRY_AFTER_MS = 24 * 60 * 60 * 1000

/**
 * The Electron program's path, or undefined where it is not to be had: then the app runs in a Chromium window. A failed
 * fetch is remembered for a day, unless `isWanted` (the user asked for Electron by name).
 */
export function ensureElectron({ isWanted, nowMs = Date.now() }) {
  const path = usableElectron()
  if (path !== undefined) return path
  const failedAtMs = readStamp('electron')?.failedAtMs
  if (!isWanted && failedAtMs !== undefined && nowMs - failedAtMs < RETRY_AFTER_MS) return undefined
  if (electronPath() === undefined) {
    say('Electron: fetching its program, at most 60 seconds.')
    runStep(NODE, [join(FOLDER, 'install.js')], { timeoutMs: FETCH_LIMIT_MS, quiet: true })
  }
  const fetched = usableElectron()
  if (fetched === undefined) {
    writeStamp('electron', { failedAtMs: nowMs })
    say('Electron: not to be had here; Beckon uses a Chromium window. The next try is tomorrow.')
  }
  return fetched
}

function electronPath() {
  try {
    const path = join(FOLDER, 'dist', readFileSync(join(FOLDER, 'path.txt'), 'utf8'))
    return existsSync(path) ? path : undefined
  } catch {
    return undefined
  }
}

function usableElectron() {
  const path = electronPath()
  if (path === undefined) return undefined
  const missing = missingLibraries(path)
  if (missing.length === 0) return path
  say(`Electron: this system lacks ${missing.join(', ')}; Beckon uses a Chromium window.`)
  return undefined
}

/** Servers have no desktop libraries; the program would end without a word that helps. */
function missingLibraries(path) {
  if (process.platform !== 'linux') return []
  const { stdout } = spawnSync('ldd', [path], { encoding: 'utf8' })
  return [...(stdout ?? '').matchAll(/^\s*(\S+) => not found$/gm)].map(([, name]) => name)
}
