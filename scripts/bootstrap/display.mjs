import { spawn } from 'node:child_process'
import { hasProgram, STAMPS } from './places.mjs'
import { say } from './say.mjs'
import { writeXAuthority } from './x-authority.mjs'

/** Only Linux can be without a display and still run the app: on a virtual one. */
export function lacksDisplay(env = process.env, platform = process.platform) {
  return platform === 'linux' && !env.DISPLAY && !env.WAYLAND_DISPLAY
}

/**
 * A virtual display for the app, or nothing where there is a real one (or no Xvfb). Returns the environment that points
 * the app at it, and the function that ends it.
 */
export async function openDisplay() {
  const nothing = { env: {}, close: () => {} }
  if (!lacksDisplay()) return nothing
  if (!hasProgram('Xvfb')) {
    say('Display: there is none, and no Xvfb to make one. Beckon can show what it sees, not act.')
    return nothing
  }
  const authority = writeXAuthority(STAMPS)
  const xvfb = startXvfb(authority.path)
  const name = await displayName(xvfb)
  if (name === undefined) {
    authority.remove()
    say('Display: Xvfb did not start.')
    return nothing
  }
  const close = () => {
    xvfb.kill()
    authority.remove()
  }
  process.once('exit', close)
  say(`Display: there is none, so Beckon runs on a virtual one (${name}, 1280×800).`)
  const env = { DISPLAY: name, BECKON_VIRTUAL_DISPLAY: name, XAUTHORITY: authority.path }
  return { env, close }
}

/** Xvfb looks for a free number by itself and writes it to descriptor 3. */
function startXvfb(authorityPath) {
  const open = ['-displayfd', '3', '-screen', '0', '1280x800x24', '-nolisten', 'tcp']
  const args = [...open, '-auth', authorityPath]
  // With setpriv the display ends even when this process is killed outright.
  const command = hasProgram('setpriv')
    ? ['setpriv', '--pdeathsig', 'TERM', 'Xvfb', ...args]
    : ['Xvfb', ...args]
  // In a group of its own: Ctrl-C must end the app first, which lets go of the pointer on a living display.
  return spawn(command[0], command.slice(1), {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    detached: true,
  })
}

function displayName(xvfb) {
  return new Promise((resolve) => {
    let text = ''
    xvfb.once('error', () => resolve(undefined))
    xvfb.once('exit', () => resolve(undefined))
    xvfb.stdio[3].on('data', (chunk) => {
      text += chunk
      const number = /^(\d+)\n/.exec(text)?.[1]
      if (number !== undefined) resolve(`:${number}`)
    })
  })
}
