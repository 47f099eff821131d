import { mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Unsubscribe } from '../../contract/ends.ts'
import { ok, type Result } from '../../contract/result.ts'
import { say } from '../../contract/say.ts'
import { settingsFileSchema, settingsSchema, type Settings } from '../../contract/settings.ts'
import type { StageProblem } from '../../contract/status.ts'
import type { Sentence } from '../../core/sentence.ts'
import { explainWriteFailure } from './explain-write-failure.ts'
import { keepAside } from './keep-aside.ts'
import { writeAtomically } from './write-atomically.ts'

/** What Beckon remembers of the user's choices, in `settings.json`. */
export interface SettingsStore {
  current(): Settings
  /** In force at once; answers when it is on disk, or why it is not. */
  change(part: Partial<Settings>): Promise<Result<Record<never, never>>>
  problems(): readonly StageProblem[]
  /** Resolves when nothing waits to be written any more. */
  settled(): Promise<void>
  onChange(listener: (settings: Settings) => void): Unsubscribe
}

/** Reads the settings. A broken file is kept aside under another name and the defaults hold. */
export async function openSettings(dataDir: string): Promise<SettingsStore> {
  const path = join(dataDir, 'settings.json')
  const read = await readSettings(path)
  let current = read.settings
  let isUnread = read.isUnread === true
  let writing: Promise<unknown> = Promise.resolve()
  const listeners = new Set<(settings: Settings) => void>()

  const write = async (): Promise<Result<Record<never, never>>> => {
    try {
      await mkdir(dataDir, { recursive: true })
      // Nobody has seen what is in it: it must not be lost to a choice made now.
      if (isUnread) await keepAside(path)
      isUnread = false
      await writeAtomically(path, `${JSON.stringify(current, null, 2)}\n`)
      return ok({})
    } catch (error) {
      const what = say('{} holds until Beckon ends, but could not be remembered', YOUR_CHOICE)
      return explainWriteFailure(what, dataDir, error)
    }
  }
  return {
    current: () => current,
    change(part) {
      current = { ...current, ...part }
      for (const listener of listeners) listener(current)
      const written = writing.then(write)
      writing = written
      return written
    },
    problems: () => read.problems,
    settled: async () => void (await writing),
    onChange: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

const YOUR_CHOICE = say('Your choice')

interface ReadSettings {
  readonly settings: Settings
  readonly problems: readonly StageProblem[]
  /** There is a file that the system would not let us read. */
  readonly isUnread?: true
}

async function readSettings(path: string): Promise<ReadSettings> {
  const defaults = settingsSchema.parse({})
  let text: string
  try {
    text = await readFile(path, 'utf8')
  } catch (error) {
    // The first start.
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') {
      return { settings: defaults, problems: [] }
    }
    return {
      settings: defaults,
      problems: [problem(say('Your settings cannot be read: {}', String(error)))],
      isUnread: true,
    }
  }
  const parsed = parseSettings(text)
  if (parsed !== undefined) return { settings: parsed, problems: [] }
  const aside = await keepAside(path)
  return {
    settings: defaults,
    problems: [
      problem(say('Your settings were not readable and start afresh; the old file is {}.', aside)),
    ],
  }
}

function parseSettings(text: string): Settings | undefined {
  try {
    const parsed = settingsFileSchema.safeParse(JSON.parse(text))
    return parsed.success ? parsed.data : undefined
  } catch {
    return undefined
  }
}

const problem = (message: Sentence): StageProblem => ({ stage: 'host', severity: 'low', message })
