import { execFile } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Result } from '../../../contract/boundary/result.ts'
import { say } from '../../../contract/words/say.ts'
import { verbatim, type Sentence } from '../../../core/sentence/sentence.ts'
import { failedCheck, passedCheck, limitedCheck, type Check } from './check.ts'
import type { ModelCheck } from '../../shared/model-check.ts'

const NEEDED_NODE = 22
const ASK_MS = 5000

const NODE = verbatim('Node')
const MODELS = say('Models')
const DISPLAY = say('Display')
const AUDIO = say('Audio')
const CHROMIUM = verbatim('Chromium')
const FFMPEG = verbatim('ffmpeg')

export function checkNode(version: string = process.versions.node): Check {
  return Number(version.split('.')[0]) >= NEEDED_NODE
    ? passedCheck(NODE, verbatim(version))
    : failedCheck(
        NODE,
        say("{} is too old for Beckon's own code.", version),
        say('npm run doctor brings Node 24 along.'),
      )
}

/** One line for all models, or one for each that is not right. */
export function checkModelFiles(models: readonly ModelCheck[]): Check[] {
  const wrong = models.flatMap(({ result }) => (result.ok ? [] : [result.problem]))
  if (wrong.length === 0)
    return [passedCheck(MODELS, say('{} files, checksums right', models.length))]
  return wrong.map(({ message, fix }) => failedCheck(MODELS, message, fix))
}

export function checkDisplay(
  env: Readonly<Record<string, string | undefined>> = process.env,
  platform: NodeJS.Platform = process.platform,
): Check {
  if (platform !== 'linux') return passedCheck(DISPLAY, say('the desktop'))
  const own = env['BECKON_VIRTUAL_DISPLAY']
  if (own) return passedCheck(DISPLAY, say('none here; a virtual one ({}) stands in', own))
  if (env['DISPLAY']) return passedCheck(DISPLAY, verbatim(env['DISPLAY']))
  return failedCheck(
    DISPLAY,
    env['WAYLAND_DISPLAY']
      ? say('There is Wayland, but no X display.')
      : say('There is no X display.'),
    say('Start from a desktop session, or sudo apt-get install xvfb for a virtual display.'),
  )
}

export function checkAudio(backend: Sentence | undefined): Check {
  return backend === undefined
    ? limitedCheck(
        AUDIO,
        say('No mixer was found; volume gestures do nothing.'),
        say(
          'Switch on a sound device; on Linux install alsa-utils, or pulseaudio-utils for pactl.',
        ),
      )
    : passedCheck(AUDIO, say('through {}', backend))
}

/** `electronDir` is the npm package's folder; its program is fetched separately. */
export function checkElectron(electronDir: string): { check: Check; isThere: boolean } {
  const name = verbatim('Electron')
  try {
    const program = join(electronDir, 'dist', readFileSync(join(electronDir, 'path.txt'), 'utf8'))
    if (existsSync(program)) return { check: passedCheck(name, verbatim(program)), isThere: true }
  } catch {
    // No path.txt: it was never fetched.
  }
  const fix = say('With network: npx install-electron. Without: nothing to do.')
  const check = limitedCheck(
    name,
    say('Its program is not here; Beckon uses a Chromium window.'),
    fix,
  )
  return { check, isThere: false }
}

/** A browser is essential only where there is no Electron. */
export function checkBrowser(found: Result<string>, hasElectron: boolean): Check {
  if (found.ok) return passedCheck(CHROMIUM, verbatim(found.value))
  const checkOf = hasElectron ? limitedCheck : failedCheck
  return checkOf(CHROMIUM, found.problem.message, found.problem.fix)
}

export async function checkFfmpeg(): Promise<Check> {
  try {
    const { stdout } = await promisify(execFile)('ffmpeg', ['-version'], { timeout: ASK_MS })
    const version = /^ffmpeg version (\S+)/.exec(stdout)?.[1]
    return passedCheck(FFMPEG, version === undefined ? say('there') : verbatim(version))
  } catch {
    return limitedCheck(
      FFMPEG,
      say('It is not here; only mp4 and webm videos can be a camera.'),
      say('Install ffmpeg (on Debian or Ubuntu: sudo apt-get install ffmpeg).'),
    )
  }
}
