import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { hasProgram } from './places.mjs'
import { runStep } from './run.mjs'
import { say } from './say.mjs'

/** Chrome, Chromium or Edge under any of the names that Linux distributions give them. */
export const BROWSERS = [
  'chromium',
  'google-chrome',
  'google-chrome-stable',
  'chromium-browser',
  'microsoft-edge',
]
const LIBRARY_FOLDERS = ['/usr/lib', '/usr/lib64', '/lib']

const program = (name) => () => hasProgram(name)
const library = (name) => () => hasLibrary(name)
const alsaPlugin = () =>
  LIBRARY_FOLDERS.flatMap(withArchFolders).some((folder) =>
    existsSync(join(folder, 'alsa-lib', 'libasound_module_ctl_pulse.so')),
  )

/** What Debian calls each need, why Beckon has it, and how to tell that it is there. */
const NEEDS = {
  browser: {
    packages: ['chromium'],
    why: 'the window',
    isThere: () => process.env.BECKON_CHROMIUM !== undefined || BROWSERS.some(hasProgram),
  },
  xvfb: { packages: ['xvfb'], why: 'a virtual display', isThere: program('Xvfb') },
  xtst: { packages: ['libxtst6'], why: 'moving the pointer', isThere: library('libXtst.so.6') },
  ffmpeg: { packages: ['ffmpeg'], why: 'video files as camera', isThere: program('ffmpeg') },
  pulseaudio: { packages: ['pulseaudio'], why: 'volume tests', isThere: program('pulseaudio') },
  pactl: { packages: ['pulseaudio-utils'], why: 'volume tests', isThere: program('pactl') },
  amixer: { packages: ['alsa-utils'], why: 'volume', isThere: program('amixer') },
  alsaPulse: { packages: ['libasound2-plugins'], why: 'volume tests', isThere: alsaPlugin },
  xdotool: { packages: ['xdotool'], why: 'pointer tests', isThere: program('xdotool') },
  xev: { packages: ['x11-utils'], why: 'key tests', isThere: program('xev') },
  xrandr: { packages: ['x11-xserver-utils'], why: 'monitors', isThere: program('xrandr') },
  setxkbmap: {
    packages: ['x11-xkb-utils'],
    why: 'layout tests',
    isThere: program('setxkbmap'),
  },
  torch: {
    // Without OpenBLAS, Debian's torch falls back to a matrix product that is ten times slower.
    packages: ['python3-torch', 'libopenblas0-pthread'],
    why: 'training letters',
    isThere: () =>
      existsSync('/usr/lib/python3/dist-packages/torch') && hasLibrary('libopenblas.so.0'),
  },
  redis: {
    packages: ['redis-server'],
    why: 'tests of a queue on several machines',
    isThere: program('redis-server'),
  },
  openbox: { packages: ['openbox'], why: 'window tests', isThere: program('openbox') },
}

const TESTS = [
  ...['browser', 'xvfb', 'xtst', 'ffmpeg', 'pulseaudio', 'pactl', 'amixer', 'alsaPulse'],
  ...['xdotool', 'xev', 'xrandr', 'setxkbmap', 'openbox', 'redis'],
]

/** What a command needs of the system on Linux; elsewhere the system has what it takes. */
export function systemNeeds({ verb, needsBrowser, needsDisplay, playsFile }) {
  if (verb === 'train') return ['torch', 'ffmpeg']
  if (verb !== 'start') return TESTS
  return [
    ...(needsBrowser ? ['browser'] : []),
    ...(needsDisplay ? ['xvfb'] : []),
    'xtst',
    ...(playsFile ? ['ffmpeg'] : []),
  ]
}

/** Installs what is missing where that can be done unasked; elsewhere says the command and goes on with what there is. */
export function ensureSystemPackages(needs) {
  if (process.platform !== 'linux') return
  const missing = needs.map((name) => NEEDS[name]).filter((need) => !need.isThere())
  if (missing.length === 0) return
  const packages = missing.flatMap((need) => need.packages)
  const whats = missing.map((need) => `${need.packages.join(', ')} (${need.why})`).join(', ')
  const become = isDebian() ? becomeRoot() : undefined
  if (become === undefined) {
    say(`System packages: missing ${whats}. Going on without. To install them:`)
    say(`  ${isDebian() ? `sudo apt-get install ${packages.join(' ')}` : elsewhere(packages)}`)
    return
  }
  say(`System packages: apt-get install ${whats}.`)
  install(become, packages)
  const still = missing.filter((need) => !need.isThere()).flatMap((need) => need.packages)
  if (still.length > 0) say(`System packages: ${still.join(', ')} could not be installed.`)
}

function install(become, packages) {
  // Through `env`, because sudo passes no environment on.
  const asRoot = [...become, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', '-q']
  const aptGet = (...args) => runStep(asRoot[0], [...asRoot.slice(1), ...args])
  aptGet('update')
  const flags = ['install', '-y', '--no-install-recommends']
  if (aptGet(...flags, ...packages) === 0) return
  // One unknown name fails the whole list; one by one the rest still comes.
  for (const name of packages) aptGet(...flags, name)
}

function becomeRoot() {
  if (process.getuid?.() === 0) return []
  return hasProgram('sudo') && runStep('sudo', ['-n', 'true'], { quiet: true }) === 0
    ? ['sudo', '-n']
    : undefined
}

function isDebian() {
  return existsSync('/etc/debian_version') && hasProgram('apt-get')
}

function elsewhere(packages) {
  const manager = ['dnf', 'pacman', 'zypper', 'apk'].find(hasProgram)
  const verb = { dnf: 'install', pacman: '-S', zypper: 'install', apk: 'add' }[manager]
  const names = `${packages.join(' ')} (the names are Debian's; yours may differ)`
  return manager === undefined ? names : `sudo ${manager} ${verb} ${names}`
}

function hasLibrary(file) {
  return LIBRARY_FOLDERS.flatMap(withArchFolders).some((folder) => existsSync(join(folder, file)))
}

/** Debian keeps libraries in a folder for each architecture: /usr/lib/x86_64-linux-gnu. */
function withArchFolders(folder) {
  if (!existsSync(folder)) return []
  const arches = readdirSync(folder).filter((name) => name.includes('-linux-'))
  return [folder, ...arches.map((name) => join(folder, name))]
}
