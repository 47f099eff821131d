import type { Problem } from '../../../contract/boundary/result.ts'
import type { Hotkeys } from '../../../contract/channels/settings.ts'
import type { HostCommand } from './host.ts'

/** The system's hotkeys, as Electron offers them. */
export interface HotkeyRegistry {
  /** False when another program has the keys; throws when they are none. */
  register(keys: string, onPress: () => void): boolean
  unregister(keys: string): void
}

export interface HotkeyClaims {
  /** Takes these keys instead of those before; what could not be had, in words. */
  claim(hotkeys: Hotkeys): readonly Problem[]
  release(): void
}

const MEANINGS: Readonly<Record<keyof Hotkeys, { readonly name: string; command: HostCommand }>> = {
  pause: { name: 'pause', command: { kind: 'toggle-pause' } },
  nextProject: { name: 'next project', command: { kind: 'step-project', step: 'next' } },
  previousProject: {
    name: 'previous project',
    command: { kind: 'step-project', step: 'previous' },
  },
}
const NAMES = ['pause', 'nextProject', 'previousProject'] as const

export function createHotkeyClaims(
  registry: HotkeyRegistry,
  tell: (command: HostCommand) => void,
): HotkeyClaims {
  const held = new Set<string>()
  const release = (): void => {
    for (const keys of held) registry.unregister(keys)
    held.clear()
  }
  return {
    release,
    claim: (hotkeys) => {
      release()
      return NAMES.flatMap((which) => {
        const keys = hotkeys[which]
        const { name, command } = MEANINGS[which]
        if (keys === '') return []
        if (held.has(keys)) {
          return [{ message: `${keys} cannot mean "${name}" as well.`, fix: 'Choose other keys.' }]
        }
        const isOurs = attempt(() => registry.register(keys, () => tell(command)))
        if (isOurs === true) held.add(keys)
        return isOurs === true ? [] : [refusal(keys, name, isOurs)]
      })
    },
  }
}

function attempt(register: () => boolean): boolean | undefined {
  try {
    return register()
  } catch {
    return undefined
  }
}

function refusal(keys: string, name: string, isOurs: false | undefined): Problem {
  return isOurs === undefined
    ? { message: `${keys} are no keys for "${name}".`, fix: 'Write them like Control+Alt+B.' }
    : {
        message: `The hotkey ${keys} for "${name}" is taken by another program.`,
        fix: 'Use the tray or the window, choose other keys, or free them in the other program.',
      }
}
