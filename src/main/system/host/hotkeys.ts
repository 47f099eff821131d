import type { Problem } from '../../../contract/boundary/result.ts'
import { say } from '../../../contract/words/say.ts'
import type { Hotkeys } from '../../../contract/channels/settings.ts'
import type { Sentence } from '../../../core/sentence/sentence.ts'
import type { HostCommand } from './host.ts'

/** The system's hotkeys, as Electron offers them. */
export interface HotkeyRegistry {
  /** False when another program has the keys; throws when they are none. */
  register(keys: string, onPress: () => void): boolean
  unregister(keys: string): void
}

export interface HotkeyClaims {
  /**
   * Takes these keys instead of those before; what could not be had, in words. The same again is not tried again, and what is taken
   * not said again, until a check has found them free.
   */
  claim(hotkeys: Hotkeys): readonly Problem[]
  /** What of these could not be had if they were claimed now. Those that are held stay held. */
  check(hotkeys: Hotkeys): readonly Problem[]
  release(): void
}

const MEANINGS: Readonly<Record<keyof Hotkeys, { readonly name: Sentence; command: HostCommand }>> =
  {
    pause: { name: say('pause'), command: { kind: 'toggle-pause' } },
    nextProject: { name: say('next project'), command: { kind: 'step-project', step: 'next' } },
    previousProject: {
      name: say('previous project'),
      command: { kind: 'step-project', step: 'previous' },
    },
  }
const NAMES = ['pause', 'nextProject', 'previousProject'] as const

export function createHotkeyClaims(
  registry: HotkeyRegistry,
  onCommand: (command: HostCommand) => void,
): HotkeyClaims {
  const held = new Set<string>()
  /** As they were claimed last, whatever came of it; nothing after they were found to be free. */
  let claimed: string | undefined
  const release = (): void => {
    for (const keys of held) registry.unregister(keys)
    held.clear()
    claimed = undefined
  }
  return {
    release,
    claim: (hotkeys) => {
      const wanted = JSON.stringify(hotkeys)
      if (wanted === claimed) return []
      release()
      claimed = wanted
      return hotkeyProblems(hotkeys, (keys, command) => {
        const isOurs = tryToRegister(() => registry.register(keys, () => onCommand(command)))
        if (isOurs === true) held.add(keys)
        return isOurs
      })
    },
    check: (hotkeys) => {
      const problems = hotkeyProblems(hotkeys, (keys) => {
        if (held.has(keys)) return true
        const isFree = tryToRegister(() => registry.register(keys, () => undefined))
        if (isFree === true) registry.unregister(keys)
        return isFree
      })
      if (problems.length === 0) claimed = undefined
      return problems
    },
  }
}

/** `take` answers whether the keys can be ours, or nothing where they are no keys. */
function hotkeyProblems(
  hotkeys: Hotkeys,
  take: (keys: string, command: HostCommand) => boolean | undefined,
): readonly Problem[] {
  const taken = new Set<string>()
  return NAMES.flatMap((which) => {
    const keys = hotkeys[which]
    const { name, command } = MEANINGS[which]
    if (keys === '') return []
    if (taken.has(keys)) {
      const message = say('{} cannot mean "{}" as well.', keys, name)
      return [{ message, fix: say('Choose other keys.') }]
    }
    const isOurs = take(keys, command)
    if (isOurs !== true) return [hotkeyProblem(keys, name, isOurs)]
    taken.add(keys)
    return []
  })
}

function tryToRegister(register: () => boolean): boolean | undefined {
  try {
    return register()
  } catch {
    return undefined
  }
}

function hotkeyProblem(keys: string, name: Sentence, isOurs: false | undefined): Problem {
  return isOurs === undefined
    ? {
        message: say('{} are no keys for "{}".', keys, name),
        fix: say('Write them like Control+Alt+B.'),
      }
    : {
        message: say('The hotkey {} for "{}" is taken by another program.', keys, name),
        fix: say(
          'Use the tray or the window, choose other keys, or free them in the other program.',
        ),
      }
}
