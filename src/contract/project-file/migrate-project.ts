import { say } from '../words/say.ts'
import type { Sentence } from '../../core/sentence/sentence.ts'

/** Turns a project file's content of one version into the next one's. `version` itself is set by `migrated`. */
export type Migration = (content: Readonly<Record<string, unknown>>) => Record<string, unknown>

/** The version that this Beckon writes. */
export const PROJECT_VERSION = 1

/** From version n to n + 1, by n. Fields that came with a default need none. */
const MIGRATIONS: ReadonlyMap<number, Migration> = new Map()

export type Migrated =
  | { readonly ok: true; readonly content: unknown }
  | { readonly ok: false; readonly message: Sentence }

/** Brings the content of a file, whatever it is, to the version that is read here; what has none is left to the schema. */
export function migrated(
  content: unknown,
  target = PROJECT_VERSION,
  migrations: ReadonlyMap<number, Migration> = MIGRATIONS,
): Migrated {
  if (!isRecord(content)) return { ok: true, content }
  const { version } = content
  if (typeof version !== 'number' || !Number.isInteger(version)) return { ok: true, content }
  if (version > target) {
    const message = say(
      'this file is of version {}; this Beckon reads up to version {}, a newer one reads it',
      version,
      target,
    )
    return { ok: false, message }
  }
  let now: Record<string, unknown> = content
  for (let at = version; at < target; at += 1) {
    const migrate = migrations.get(at)
    if (migrate === undefined) {
      const message = say('there never was a version {} of project files', version)
      return { ok: false, message }
    }
    now = { ...migrate(now), version: at + 1 }
  }
  return { ok: true, content: now }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
