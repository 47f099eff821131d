import type { KeyName, MouseButton } from '../../../../core/action/action.ts'

export interface Held {
  /** In the order of pressing. */
  readonly buttons: readonly MouseButton[]
  readonly keys: readonly KeyName[]
}

/**
 * What the app may be holding down. A press is noted before it is sent and forgotten only after its release was
 * carried out, so a failure in between errs towards one release too many, never one too few. What a failed release
 * left behind is *overdue*: to be let go at the next chance, unless a new press claims it first.
 */
export interface HeldSet {
  press(button: MouseButton): void
  pressKeys(keys: readonly KeyName[]): void
  letGo(button: MouseButton): void
  letGoKeys(keys: readonly KeyName[]): void
  markOverdue(names: Held): void
  holds(button: MouseButton): boolean
  holdsKey(key: KeyName): boolean
  all(): Held
  overdue(): Held
}

type Claim = 'wanted' | 'overdue'

export function createHeldSet(): HeldSet {
  const buttons = new Map<MouseButton, Claim>()
  const keys = new Map<KeyName, Claim>()
  return {
    press: (button) => void buttons.set(button, 'wanted'),
    pressKeys: (names) => names.forEach((name) => keys.set(name, 'wanted')),
    letGo: (button) => void buttons.delete(button),
    letGoKeys: (names) => names.forEach((name) => keys.delete(name)),
    markOverdue(names) {
      markIn(buttons, names.buttons)
      markIn(keys, names.keys)
    },
    holds: (button) => buttons.has(button),
    holdsKey: (key) => keys.has(key),
    all: () => ({ buttons: [...buttons.keys()], keys: [...keys.keys()] }),
    overdue: () => ({ buttons: overdueIn(buttons), keys: overdueIn(keys) }),
  }
}

function markIn<Name>(claims: Map<Name, Claim>, names: readonly Name[]): void {
  for (const name of names) if (claims.has(name)) claims.set(name, 'overdue')
}

function overdueIn<Name>(claims: ReadonlyMap<Name, Claim>): Name[] {
  return [...claims].filter(([, claim]) => claim === 'overdue').map(([name]) => name)
}
