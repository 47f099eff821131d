import { descendants, descriptorsOf, ownMemoryMb } from '../attacks/means/processes.ts'

/** What the processes of one role came to in one minute. */
export interface RoleMinute {
  readonly role: string
  /** Which they were; undefined when some came or went. */
  readonly pids: string | undefined
  /** The least that was seen: what is left after garbage was collected. MB of its own. */
  readonly memoryMb: number
  readonly descriptors: number
}

export interface ProcessWatch {
  /** The minute since the last call. */
  minute(): readonly RoleMinute[]
  stop(): void
}

export interface Root {
  readonly role: string
  readonly pid: number
}

const EVERY_MS = 5000

/** Looks at these processes and all below them every few seconds. */
export function watchProcesses(roots: readonly Root[]): ProcessWatch {
  let seen = new Map<string, RoleMinute>()
  const look = (): void => {
    for (const now of roles(roots)) {
      const before = seen.get(now.role)
      seen.set(now.role, before === undefined ? now : leastOf(before, now))
    }
  }
  look()
  const timer = setInterval(look, EVERY_MS)
  return {
    minute: () => {
      look()
      const minute = [...seen.values()]
      seen = new Map()
      return minute
    },
    stop: () => {
      clearInterval(timer)
    },
  }
}

const leastOf = (a: RoleMinute, b: RoleMinute): RoleMinute => ({
  role: a.role,
  pids: a.pids === b.pids ? a.pids : undefined,
  memoryMb: Math.min(a.memoryMb, b.memoryMb),
  descriptors: Math.min(a.descriptors, b.descriptors),
})

function roles(roots: readonly Root[]): readonly RoleMinute[] {
  const sums = new Map<string, RoleMinute>()
  for (const { role, pid } of roots.flatMap(withChildren)) {
    const [memoryMb, descriptors] = [ownMemoryMb(pid), descriptorsOf(pid)]
    // It has ended since it was listed.
    if (descriptors === 0) continue
    const sum = sums.get(role) ?? { role, pids: '', memoryMb: 0, descriptors: 0 }
    sums.set(role, {
      role,
      pids: `${sum.pids} ${pid}`,
      memoryMb: Math.round(10 * (sum.memoryMb + memoryMb)) / 10,
      descriptors: sum.descriptors + descriptors,
    })
  }
  return [...sums.values()]
}

const withChildren = ({ role, pid }: Root): readonly Root[] => [
  { role, pid },
  ...descendants(pid).map((child) => ({ pid: child.pid, role: `${role}: ${nameOf(child.args)}` })),
]

/** A program of ours by its file, one of the browser's by its type, others by their name. */
function nameOf(args: string): string {
  const ours = /([a-z]+-(?:process|worker))\.[jt]s/.exec(args)?.[1]
  if (ours !== undefined) return ours
  const type = /--type=([a-z-]+)/.exec(args)?.[1]
  if (type !== undefined) return `browser ${type}`
  const [program = ''] = args.split(' ')
  return program.includes('chrom') ? 'browser' : (program.split('/').at(-1) ?? program)
}
