import { join } from 'node:path'
import type { Unsubscribe } from '../../../contract/boundary/endpoints.ts'
import type { Result } from '../../../contract/boundary/result.ts'
import { say } from '../../../contract/words/say.ts'
import {
  settingsFileSchema,
  settingsSchema,
  type Settings,
} from '../../../contract/channels/settings.ts'
import type { StageProblem } from '../../../contract/channels/status.ts'
import { subscribe, notifyAll } from '../../../contract/boundary/subscribers.ts'
import { openPersistedValue, type PersistedWords } from './persisted-value.ts'

/** What Beckon remembers of the user's choices, in `settings.json`. */
export interface SettingsStore {
  current(): Settings
  /** In force at once; answers when it is on disk, or why it is not. */
  change(part: Partial<Settings>): Promise<Result<Record<never, never>>>
  problems(): readonly StageProblem[]
  /** Resolves when nothing waits to be written any more. */
  settled(): Promise<void>
  /** Calls at once with the settings as they are, and whenever they change: the one way to do as people chose. */
  follow(follower: (settings: Settings) => void): Unsubscribe
}

const WORDS: PersistedWords = {
  unread: (reason) => say('Your settings cannot be read: {}', reason),
  broken: (aside) =>
    say('Your settings were not readable and start afresh; the old file is {}.', aside),
  unwritten: say('{} holds until Beckon ends, but could not be remembered', say('Your choice')),
}

/** Reads the settings. A broken file is kept aside under another name and the defaults hold. */
export async function openSettings(dataDir: string): Promise<SettingsStore> {
  const file = await openPersistedValue<Settings>({
    path: join(dataDir, 'settings.json'),
    schema: settingsFileSchema,
    empty: settingsSchema.parse({}),
    words: WORDS,
    indentSpaces: 2,
  })
  const followers = new Set<(settings: Settings) => void>()
  return {
    ...file,
    change(part) {
      const written = file.change({ ...file.current(), ...part })
      notifyAll(followers, file.current())
      return written
    },
    follow: (follower) => {
      const stop = subscribe(followers, follower)
      follower(file.current())
      return stop
    },
  }
}
