import { posix, win32 } from 'node:path'
import { failed, ok, type Result } from '../../../../contract/boundary/result.ts'
import { say } from '../../../../contract/words/say.ts'
import type { Sentence } from '../../../../core/sentence/sentence.ts'

/** As much of the machine as finding a browser looks at. */
export interface Machine {
  readonly platform: NodeJS.Platform
  readonly env: Readonly<Record<string, string | undefined>>
  readonly home: string
  isProgram(path: string): boolean
}

const LINUX_NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'microsoft-edge-stable',
  'microsoft-edge',
  'brave-browser',
]
const MAC_NAMES = ['Google Chrome', 'Chromium', 'Microsoft Edge', 'Brave Browser']
const WINDOWS_PATHS = [
  'Google\\Chrome\\Application\\chrome.exe',
  'Chromium\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
  'BraveSoftware\\Brave-Browser\\Application\\brave.exe',
]

/** The program of a Chrome, Chromium or Edge. `BECKON_CHROMIUM` wins; when it names nothing, that is an error. */
export function findBrowser(machine: Machine): Result<string> {
  const chosen = machine.env['BECKON_CHROMIUM']
  if (chosen !== undefined && chosen !== '') {
    return machine.isProgram(chosen)
      ? ok(chosen)
      : failed(
          say('BECKON_CHROMIUM names "{}", which is no program.', chosen),
          say('Name an installed browser, or unset it.'),
        )
  }
  const found = browserCandidates(machine).find((path) => machine.isProgram(path))
  return found === undefined
    ? failed(say('No Chrome, Chromium or Edge was found on this computer.'), howToInstall(machine))
    : ok(found)
}

function browserCandidates({ platform, env, home }: Machine): string[] {
  if (platform === 'win32') {
    const roots = [env['ProgramFiles'], env['ProgramFiles(x86)'], env['LOCALAPPDATA']]
    return WINDOWS_PATHS.flatMap((path) =>
      roots.flatMap((root) => (root === undefined ? [] : [win32.join(root, path)])),
    )
  }
  if (platform === 'darwin') {
    return MAC_NAMES.flatMap((name) =>
      ['/Applications', posix.join(home, 'Applications')].map((folder) =>
        posix.join(folder, `${name}.app`, 'Contents/MacOS', name),
      ),
    )
  }
  const folders = [...(env['PATH'] ?? '').split(':').filter(Boolean), '/snap/bin']
  return LINUX_NAMES.flatMap((name) => folders.map((folder) => posix.join(folder, name)))
}

function howToInstall({ platform }: Machine): Sentence {
  return platform === 'linux'
    ? say('sudo apt-get install chromium (or your distribution’s package), or set BECKON_CHROMIUM')
    : say('Install Google Chrome or Microsoft Edge, or set BECKON_CHROMIUM.')
}
