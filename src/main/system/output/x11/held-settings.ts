import type { FoundChord } from './find-chord.ts'
import type { XConnection } from './x-connection.ts'

/** Orders what was set to be set back; is told the group that is on. */
export type SetBack = (group: number | undefined) => void

/** What is set for as long as keys are held that need it: a key that is down repeats, by the group and the locks that are on then. */
export interface HeldSettings {
  keep(names: readonly string[], setBack: SetBack | undefined): void
  /** Sets back what no key needs any more. */
  setBack(isHeld: (name: string) => boolean, group: number): void
}

export function createHeldSettings(): HeldSettings {
  let kept: { readonly names: readonly string[]; readonly setBack: SetBack }[] = []
  return {
    keep: (names, setBack) => {
      if (setBack !== undefined) kept.push({ names, setBack })
    },
    setBack: (isHeld, group) => {
      const over = kept.filter(({ names }) => !names.some(isHeld))
      kept = kept.filter((each) => !over.includes(each))
      for (const { setBack } of over) setBack(group)
    },
  }
}

/** Orders the group and the locks that keys need. What is ordered on the same turn goes out with it, and nothing can come between. */
export async function setUp(x: XConnection, found: FoundChord): Promise<SetBack | undefined> {
  const before = await x.state()
  const locks = found.locks & ~before.mods
  if (locks === 0 && found.group === undefined) return undefined
  x.lock(locks, locks, found.group)
  return (group) => {
    // A group that somebody chose meanwhile stays.
    const isOurs = found.group !== undefined && group === found.group
    x.lock(locks, before.lockedMods & locks, isOurs ? before.lockedGroup : undefined)
  }
}
