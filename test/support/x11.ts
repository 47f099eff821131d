import { execFile, spawn, type ChildProcess } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { promisify } from 'node:util'
import { writeXAuthority } from '../../scripts/bootstrap/x-authority.mjs'
import { until } from './until.ts'

const run = promisify(execFile)

/** Which of these programs are not on this machine, for naming why a test is skipped. */
export function missingPrograms(...names: readonly string[]): string[] {
  const folders = (process.env['PATH'] ?? '').split(delimiter)
  return names.filter((name) => !folders.some((folder) => existsSync(join(folder, name))))
}

/** A real X server of our own, without a screen: what is injected there harms nobody. */
export interface XDisplay {
  /** For example `:7`. */
  readonly name: string
  xdotool(...args: readonly string[]): Promise<string>
  pointer(): Promise<{ readonly x: number; readonly y: number }>
  /** Splits the screen into monitors, or joins them again. */
  xrandr(...args: readonly string[]): Promise<string>
  /** As `setxkbmap us,ru`, or `setxkbmap us dvorak`, by its layout and variant. */
  setLayout(layout: string, variant?: string): Promise<void>
  /** Opens a window over the whole screen and reports what it is sent. */
  watch(): Promise<XWatcher>
  close(): Promise<void>
}

/** What a window was sent, in order: `press 1`, `release 1`, `key a`, `key-up a`. */
export interface XWatcher {
  events(): readonly string[]
  /** What an Xlib program takes the keys for: `\n` for Return, letters of every script. */
  text(): string
  /** Waits until the events so far satisfy `isEnough`. */
  until(isEnough: (events: readonly string[]) => boolean): Promise<readonly string[]>
  /** Stops it looking at what it is sent, as a busy program does, until `thaw`. */
  freeze(): void
  thaw(): void
}

export async function startX(size = '1280x800x24'): Promise<XDisplay> {
  // Without -noreset the server forgets monitors and more when its last client goes.
  const options = ['-screen', '0', size, '-nolisten', 'tcp', '-noreset']
  const auth = ['-auth', authorityPath()]
  const server = spawn('Xvfb', ['-displayfd', '3', ...options, ...auth], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  })
  const killServer = (): void => void server.kill('SIGKILL')
  process.once('exit', killServer)
  const name = `:${await firstLine(server)}`
  const env = { ...process.env, DISPLAY: name }
  const children: ChildProcess[] = []
  const xdotool = async (...args: readonly string[]): Promise<string> =>
    (await run('xdotool', [...args], { env })).stdout
  return {
    name,
    xdotool,
    xrandr: async (...args) => (await run('xrandr', [...args], { env })).stdout,
    async pointer() {
      const text = await xdotool('getmouselocation', '--shell')
      return { x: Number(/X=(-?\d+)/.exec(text)?.[1]), y: Number(/Y=(-?\d+)/.exec(text)?.[1]) }
    },
    async setLayout(layout, variant = '') {
      await run('setxkbmap', ['-layout', layout, '-variant', variant], { env })
    },
    async watch() {
      const xev = spawn('stdbuf', ['-oL', 'xev', '-geometry', '1280x800+0+0'], {
        env: { ...env, LC_ALL: 'C.UTF-8', XMODIFIERS: '@im=none' },
      })
      children.push(xev)
      return watcherOf(xev, xdotool)
    },
    async close() {
      for (const child of children) await ended(child, 'SIGKILL')
      await ended(server, 'SIGTERM')
      process.off('exit', killServer)
    },
  }
}

function makeAuthority(): string {
  const folder = mkdtempSync(join(tmpdir(), 'beckon-x-'))
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  return writeXAuthority(folder).path
}

let ownAuthority: string | undefined

/**
 * One cookie for all displays of this process, which it and its children show from now on: no other user's program gets into
 * what is under test, and no test into a real display.
 */
function authorityPath(): string {
  ownAuthority ??= makeAuthority()
  // Each time: a test may have put the environment back.
  process.env['XAUTHORITY'] = ownAuthority
  return ownAuthority
}

async function watcherOf(xev: ChildProcess, xdotool: XDisplay['xdotool']): Promise<XWatcher> {
  let text = ''
  xev.stdout?.setEncoding('utf8').on('data', (part: string) => (text += part))
  await until('the watching window', () => /MapNotify|VisibilityNotify/.test(text))
  const window = (await xdotool('search', '--name', 'Event Tester')).trim()
  await xdotool('windowfocus', '--sync', window)
  const events = (): string[] => eventsIn(text)
  return {
    events,
    text: () => textIn(text),
    until: (isEnough) => until('the window to be sent input', () => isEnough(events()) && events()),
    freeze: () => void xev.kill('SIGSTOP'),
    thaw: () => void xev.kill('SIGCONT'),
  }
}

function eventsIn(text: string): string[] {
  return text.split('\n\n').flatMap((block) => {
    const key = /keysym 0x[0-9a-f]+, (\w+)\)/.exec(block)?.[1]
    const button = /button (\d+)/.exec(block)?.[1]
    if (/^ButtonPress event/m.test(block) && button) return [`press ${button}`]
    if (/^ButtonRelease event/m.test(block) && button) return [`release ${button}`]
    if (/^KeyPress event/m.test(block) && key) return [`key ${key}`]
    if (/^KeyRelease event/m.test(block) && key) return [`key-up ${key}`]
    return []
  })
}

function textIn(text: string): string {
  const typed = text.split('\n\n').flatMap((block) => {
    const bytes = /XmbLookupString gives \d+ bytes: \(([0-9a-f ]+)\)/.exec(block)?.[1] ?? ''
    return /^KeyPress event/m.test(block) ? bytes.split(' ').filter((byte) => byte !== '') : []
  })
  return Buffer.from(typed.join(''), 'hex').toString('utf8').replaceAll('\r', '\n')
}

function firstLine(server: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.once('exit', () => reject(new Error('Xvfb ended before it was ready')))
    server.stdio[3]?.once('data', (line: Buffer) => resolve(line.toString().trim()))
  })
}

/** Ends a process and waits until it is gone. */
export function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve()
  return new Promise((resolve) => {
    child.once('exit', () => resolve())
    child.kill(signal)
  })
}
