import { homedir } from 'node:os'
import { join, posix, resolve, win32 } from 'node:path'

type Env = Readonly<Record<string, string | undefined>>

/**
 * The folder that is ours: settings, the user's projects, the browser profile, logs. BECKON_HOME moves it; a shell leaves
 * its `~` as it is inside quotes and behind `env`, so it is understood here.
 */
export function dataDir(
  env: Env = process.env,
  platform: NodeJS.Platform = process.platform,
  home: string = homedir(),
): string {
  const chosen = env['BECKON_HOME']?.trim()
  if (chosen !== undefined && chosen !== '') return resolve(withHome(chosen, home))
  if (platform === 'win32') {
    const roaming = absoluteFolder(env['APPDATA'], win32)
    return win32.join(roaming ?? win32.join(home, 'AppData', 'Roaming'), 'Beckon')
  }
  if (platform === 'darwin') return posix.join(home, 'Library', 'Application Support', 'Beckon')
  return posix.join(configHome(env, home), 'beckon')
}

/**
 * Where a user's configuration lies. "If $XDG_CONFIG_HOME is either not set or empty, a default equal to $HOME/.config
 * should be used", and a relative path "should be considered invalid and ignored" (XDG Base Directory Specification 0.8).
 */
export function configHome(env: Env, home: string = homedir()): string {
  return absoluteFolder(env['XDG_CONFIG_HOME'], posix) ?? posix.join(home, '.config')
}

/** A relative folder would be another one wherever a program is started. */
function absoluteFolder(
  value: string | undefined,
  { isAbsolute }: Pick<typeof posix, 'isAbsolute'>,
): string | undefined {
  return value !== undefined && isAbsolute(value) ? value : undefined
}

const withHome = (path: string, home: string): string =>
  /^~(?=$|[/\\])/.test(path) ? join(home, path.slice(1)) : path
