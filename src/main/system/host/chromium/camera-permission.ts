import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

const ALLOW = 1

/**
 * Allows the camera in Beckon's own browser profile, before the browser reads it. The flag that accepts every question
 * opens the camera, but leaves cameras nameless: only a permission that is written down shows what they are called.
 * The rest of the file is the browser's and stays; one that cannot be read is left for the browser to replace.
 */
export function allowCamera(profileDir: string): void {
  const path = join(profileDir, 'Default', 'Preferences')
  const preferences = readPreferences(path)
  if (preferences === undefined) return
  const profile = asRecord(preferences['profile'])
  const defaults = asRecord(profile['default_content_setting_values'])
  if (defaults['media_stream_camera'] === ALLOW) return
  mkdirSync(dirname(path), { recursive: true })
  const allowed = { ...defaults, media_stream_camera: ALLOW }
  const changed = { ...profile, default_content_setting_values: allowed }
  writeFileSync(path, JSON.stringify({ ...preferences, profile: changed }), { mode: 0o600 })
}

type Preferences = Readonly<Record<string, unknown>>

/** Empty for a profile that does not exist yet; undefined for a file that says nothing. */
function readPreferences(path: string): Preferences | undefined {
  try {
    return asRecord(JSON.parse(readFileSync(path, 'utf8')))
  } catch (error) {
    return isMissing(error) ? {} : undefined
  }
}

const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ENOENT'

const asRecord = (value: unknown): Preferences =>
  typeof value === 'object' && value !== null ? (value as Preferences) : {}
