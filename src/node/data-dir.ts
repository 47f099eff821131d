import { homedir } from 'node:os'
import { join } from 'node:path'

/** The folder that is ours: settings, the user's projects, the browser profile, logs. BECKON_HOME moves it. */
export function dataDir(
  env: Readonly<Record<string, string | undefined>> = process.env,
  platform: NodeJS.Platform = process.platform,
): string {
  const chosen = env['BECKON_HOME']
  if (chosen !== undefined && chosen !== '') return chosen
  if (platform === 'win32') {
    return join(env['APPDATA'] ?? join(homedir(), 'AppData', 'Roaming'), 'Beckon')
  }
  if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'Beckon')
  return join(env['XDG_CONFIG_HOME'] ?? join(homedir(), '.config'), 'beckon')
}
