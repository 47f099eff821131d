import type { RoleMinute } from './watch-processes.ts'

/** What a role grew by from the second minute to the last. */
export interface Growth {
  readonly role: string
  /** Of its memory: 0.03 is three in a hundred. */
  readonly memoryRatio: number
  readonly memoryMb: number
  readonly descriptors: number
}

/** A page more or less is much of a process that has few: growth is told of those that hold more than this. */
const LEAST_MB = 10
/** After so many minutes everything has been asked of everybody once. */
const SETTLED_MINUTES = 2

/** Of those that were there all along; who comes and goes leaves nothing to grow. */
export function growthOf(minutes: readonly (readonly RoleMinute[])[]): readonly Growth[] {
  const settled = minutes[SETTLED_MINUTES - 1] ?? minutes[0] ?? []
  return settled.flatMap((before) => {
    const own = minutes.map((minute) => minute.find(({ role }) => role === before.role))
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
