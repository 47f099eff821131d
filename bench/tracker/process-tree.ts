import { readdirSync, readFileSync } from 'node:fs'

/** Clock ticks per second of /proc: 100 on every Linux there is. */
const TICKS_PER_S = 100
const PAGE_BYTES = 4096

interface ProcessFacts {
  readonly parent: number
  readonly cpuS: number
}

/** Processor seconds that these processes and their descendants have used. Linux only. */
export function cpuSecondsOf(roots: readonly number[]): number {
  const all = new Map<number, ProcessFacts>()
  for (const entry of readdirSync('/proc')) {
    const facts = /^\d+$/.test(entry) ? factsOf(Number(entry)) : undefined
    if (facts) all.set(Number(entry), facts)
  }
  const isOurs = (pid: number): boolean => {
    if (roots.includes(pid)) return true
    const parent = all.get(pid)?.parent
    return parent !== undefined && parent > 1 && isOurs(parent)
  }
  let cpuS = 0
  for (const [pid, facts] of all) if (isOurs(pid)) cpuS += facts.cpuS
  return cpuS
}

export function residentMb(pid: number): number {
  const pages = Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1])
  return (pages * PAGE_BYTES) / 1e6
}

/** Undefined for a process that has ended meanwhile. */
function factsOf(pid: number): ProcessFacts | undefined {
  try {
    // The name, in brackets, may hold anything; what follows it does not.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? []
    const [parent, user, system] = [fields[1], fields[11], fields[12]].map(Number)
    return { parent: parent ?? 0, cpuS: ((user ?? 0) + (system ?? 0)) / TICKS_PER_S }
  } catch {
    return undefined
  }
}
