import type { RoleMinute } from './watch-processes.ts'

/** What a role grew by after the second minute: from the third to the last. */
export interface Growth {
  readonly role: string
  /** Of its memory: 0.03 is three in a hundred. */
  readonly memoryRatio: number
  readonly memoryMb: number
  readonly descriptors: number
}

/** A page more or less is much of a process that has few: growth is told of those that hold more than this. */
const LEAST_MB = 10
/** After so many minutes everything has been asked of everybody once, and each cache is as full as it gets. */
const SETTLED_MINUTES = 2

/** Of those that were there all along; who comes and goes leaves nothing to grow. */
export function growthOf(minutes: readonly (readonly RoleMinute[])[]): readonly Growth[] {
  const settled = minutes.slice(SETTLED_MINUTES)
  return (settled[0] ?? []).flatMap((before) => {
    const own = settled.map((minute) => minute.find(({ role }) => role === before.role))
    const last = own.at(-1)
    if (last === undefined || before.memoryMb < LEAST_MB || !own.every(isSame(before))) return []
    return [
      {
        role: before.role,
        memoryRatio: last.memoryMb / before.memoryMb - 1,
        memoryMb: last.memoryMb - before.memoryMb,
        descriptors: last.descriptors - before.descriptors,
      },
    ]
  })
}

const isSame =
  ({ pids }: RoleMinute) =>
  (one: RoleMinute | undefined): boolean =>
    pids !== undefined && one?.pids === pids
