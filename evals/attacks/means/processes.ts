import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, readlinkSync } from 'node:fs'

export interface RunningProcess {
  readonly pid: number
  readonly parent: number
  readonly args: string
}

/** All below one, whoever started them. */
export function descendants(of: number): readonly RunningProcess[] {
  const all = execFileSync('ps', ['-eo', 'pid=,ppid=,args='], { maxBuffer: 2 ** 24 })
    .toString()
    .split('\n')
    .flatMap((line) => {
      const [, pid, parent, args = ''] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? []
      return pid === undefined ? [] : [{ pid: Number(pid), parent: Number(parent), args }]
    })
  const below = (parent: number): readonly RunningProcess[] =>
    all.filter((one) => one.parent === parent).flatMap((one) => [one, ...below(one.pid)])
  return below(of)
}

/** In MB: `VmRSS`, what is held now; `VmHWM`, the most that ever was. 0 of a process that is gone. */
export function memoryMb(pid: number, what: 'VmRSS' | 'VmHWM'): number {
  const status = readProc(pid, 'status')
  return Math.round(Number(new RegExp(`${what}:\\s+(\\d+)`).exec(status)?.[1] ?? 0) / 1024)
}

/**
 * What a process has written to, in MB to a tenth, pages that several share divided among them (proportional set size). Pages of
 * programs and libraries are left out: they cannot grow, and their share changes when anybody else starts the same program.
 */
export function ownMemoryMb(pid: number): number {
  const rollup = readProc(pid, 'smaps_rollup')
  const parts = ['Pss_Anon', 'Pss_Shmem', 'SwapPss'].map((name) =>
    Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(rollup)?.[1] ?? 0),
  )
  return Math.round(parts.reduce((sum, kb) => sum + kb, 0) / 102.4) / 10
}

/** Files, sockets and pipes that it holds open. */
export function descriptorsOf(pid: number): number {
  try {
    return readdirSync(`/proc/${pid}/fd`).length
  } catch {
    return 0
  }
}

/** TCP ports on which a process listens. */
export function portsOf(pid: number): readonly number[] {
  const sockets = new Set(openSockets(pid))
  return readProc(pid, 'net/tcp')
    .split('\n')
    .slice(1)
    .flatMap((line) => {
      const [, local = '', , state, , , , , , inode = ''] = line.trim().split(/\s+/)
      const isOurs = state === '0A' && sockets.has(inode)
      return isOurs ? [Number.parseInt(local.split(':')[1] ?? '', 16)] : []
    })
}

function openSockets(pid: number): readonly string[] {
  try {
    return readdirSync(`/proc/${pid}/fd`).flatMap((fd) => {
      const inode = /^socket:\[(\d+)\]$/.exec(linkOf(`/proc/${pid}/fd/${fd}`))?.[1]
      return inode === undefined ? [] : [inode]
    })
  } catch {
    return []
  }
}

function linkOf(path: string): string {
  try {
    return readlinkSync(path)
  } catch {
    return ''
  }
}

function readProc(pid: number, name: string): string {
  try {
    return readFileSync(`/proc/${pid}/${name}`, 'utf8')
  } catch {
    return ''
  }
}
