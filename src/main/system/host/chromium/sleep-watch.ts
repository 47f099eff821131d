import { isOnPath } from '../../../../node/installed-program.ts'
import { watchLines } from '../../../../node/watch-lines.ts'
import { watchClock, type Clocks } from './clock-watch.ts'

const LOGIN = '/org/freedesktop/login1'

/**
 * Hears that the computer goes to sleep or that its screen is locked: nobody sees then what a hand does. Linux tells by
 * logind's signals, which gdbus (of GLib, on every desktop) prints; where nobody tells, a sleep is known by the clock after it.
 * Answers how to stop.
 */
export function watchSleep(
  onSleep: () => void,
  clocks: Clocks,
  env: Readonly<NodeJS.Dict<string>> = process.env,
): () => void {
  if (process.platform !== 'linux' || !isOnPath('gdbus')) return watchClock(onSleep, clocks)
  const session = env['XDG_SESSION_ID']
  let stopClock = (): void => undefined
  const stop = watchLines(
    'gdbus',
    ['monitor', '--system', '--dest', 'org.freedesktop.login1'],
    (line) => {
      if (meansSleep(line, session)) onSleep()
    },
    // There is no system bus, or it has gone.
    () => {
      stopClock = watchClock(onSleep, clocks)
    },
  )
  return () => {
    stop()
    stopClock()
  }
}

/**
 * Whether a line of `gdbus monitor` says that the computer goes to sleep, or that our session is locked: those of others are told
 * of, too, and are none of our business.
 */
export function meansSleep(line: string, session: string | undefined): boolean {
  if (line.startsWith(`${LOGIN}: org.freedesktop.login1.Manager.PrepareForSleep (true`)) return true
  if (session === undefined || session === '') return false
  const own = `${LOGIN}/session/${inPath(session)}: `
  if (!line.startsWith(own)) return false
  const signal = line.slice(own.length)
  return (
    signal.startsWith('org.freedesktop.login1.Session.Lock ') || /'LockedHint': <true>/.test(signal)
  )
}

/** As systemd puts a name into an object's path: what is no letter, and a digit in front, as `_` and two digits of hexadecimal. */
const inPath = (name: string): string =>
  [...name]
    .map((letter, index) => {
      const isPlain = index === 0 ? /[A-Za-z]/.test(letter) : /[A-Za-z0-9]/.test(letter)
      return isPlain ? letter : `_${letter.charCodeAt(0).toString(16)}`
    })
    .join('')
