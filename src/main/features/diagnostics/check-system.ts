import { execFile } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Result } from '../../../contract/boundary/result.ts'
import { broken, fine, limited, type Check } from './check.ts'
import type { ModelCheck } from '../../shared/model-check.ts'

const NEEDED_NODE = 22

export function checkNode(version: string = process.versions.node): Check {
  return Number(version.split('.')[0]) >= NEEDED_NODE
    ? fine('Node', version)
    : broken(
        'Node',
        `${version} is too old for Beckon's own code.`,
        'npm run doctor brings Node 24 along.',
      )
}

/** One line for all models, or one for each that is not right. */
export function checkModelFiles(models: readonly ModelCheck[]): Check[] {
  const wrong = models.flatMap(({ result }) => (result.ok ? [] : [result.problem]))
  if (wrong.length === 0) return [fine('Models', `${models.length} files, checksums right`)]
  return wrong.map(({ message, fix }) => broken('Models', message, fix))
}

export function checkDisplay(
  env: Readonly<Record<string, string | undefined>> = process.env,
  platform: NodeJS.Platform = process.platform,
): Check {
  if (platform !== 'linux') return fine('Display', 'the desktop')
  const own = env['BECKON_VIRTUAL_DISPLAY']
  if (own) return fine('Display', `none here; a virtual one (${own}) stands in`)
  if (env['DISPLAY']) return fine('Display', env['DISPLAY'])
  return broken(
    'Display',
    env['WAYLAND_DISPLAY'] ? 'There is Wayland, but no X display.' : 'There is no X display.',
    'Start from a desktop session, or sudo apt-get install xvfb for a virtual display.',
  )
}

export function checkAudio(backend: string | undefined): Check {
  return backend === undefined
    ? limited(
        'Audio',
        'No mixer was found; volume gestures do nothing.',
        'Switch on a sound device; on Linux install alsa-utils, or pulseaudio-utils for pactl.',
      )
    : fine('Audio', `through ${backend}`)
}

/** `electronDir` is the npm package's folder; its program is fetched separately. */
export function checkElectron(electronDir: string): { check: Check; isThere: boolean } {
  const name = 'Electron'
  try {
    const program = join(electronDir, 'dist', readFileSync(join(electronDir, 'path.txt'), 'utf8'))
    if (existsSync(program)) return { check: fine(name, program), isThere: true }
  } catch {
    // No path.txt: it was never fetched.
  }
  const fix = 'With network: npx install-electron. Without: nothing to do.'
  const check = limited(name, 'Its program is not here; Beckon uses a Chromium window.', fix)
  return { check, isThere: false }
}

/** A browser is essential only where there is no Electron. */
export function checkBrowser(found: Result<string>, hasElectron: boolean): Check {
  if (found.ok) return fine('Chromium', found.value)
  const tell = hasElectron ? limited : broken
  return tell('Chromium', found.problem.message, found.problem.fix)
}

export async function checkFfmpeg(): Promise<Check> {
  try {
    const { stdout } = await promisify(execFile)('ffmpeg', ['-version'])
    return fine('ffmpeg', /^ffmpeg version (\S+)/.exec(stdout)?.[1] ?? 'there')
  } catch {
    return limited(
      'ffmpeg',
      'It is not here; only mp4 and webm videos can be a camera.',
      'Install ffmpeg (on Debian or Ubuntu: sudo apt-get install ffmpeg).',
    )
  }
}
