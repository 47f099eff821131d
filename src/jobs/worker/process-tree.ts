import { execFile, spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'

interface ProcessFacts {
  readonly pid: number
  readonly parent: number
  readonly residentBytes: number
}

/** /proc counts in pages; 4 KiB on every machine that Node's builds for Linux run on, but for some of ARM's. */
const PAGE_BYTES = 4096

/**
 * Memory of a process and its descendants, bytes: shared pages count for each. Undefined where the system does not tell
 * (Windows).
 */
export async function treeBytes(root: number): Promise<number | undefined> {
  const all = process.platform === 'linux' ? fromProc() : await fromPs()
  if (all.length === 0) return undefined
  const ours = new Set([root])
  // A child may be listed before its parent.
  for (let grew = true; grew;) {
    const size = ours.size
    for (const { pid, parent } of all) if (ours.has(parent)) ours.add(pid)
    grew = ours.size > size
  }
  return all
    .filter(({ pid }) => ours.has(pid))
    .reduce((sum, { residentBytes }) => sum + residentBytes, 0)
}

/** Ends a process that was started detached, and all it has started. Does nothing to one that is gone. */
export function killTree(pid: number): void {
  if (process.platform === 'win32') {
    spawnSync('taskkill', ['/pid', String(pid), '/T', '/F'])
    return
  }
  try {
    process.kill(-pid, 'SIGKILL')
  } catch (error) {
    const isGone = error instanceof Error && 'code' in error && error.code === 'ESRCH'
    if (!isGone) throw error
  }
}

function fromProc(): readonly ProcessFacts[] {
  return readdirSync('/proc')
    .filter((entry) => /^\d+$/.test(entry))
    .flatMap((entry) => {
      try {
        // The name, in brackets, may hold anything; what follows it does not.
        const stat = readFileSync(`/proc/${entry}/stat`, 'utf8')
        const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
        const residentBytes = Number(fields[21]) * PAGE_BYTES
        return [{ pid: Number(entry), parent: Number(fields[1]), residentBytes }]
      } catch {
        // It has ended meanwhile.
        return []
      }
    })
}

function fromPs(): Promise<readonly ProcessFacts[]> {
  return new Promise((resolve) => {
    execFile('ps', ['-A', '-o', 'pid=,ppid=,rss='], (error, stdout) => {
      if (error !== null) {
        resolve([])
        return
      }
      const rows = stdout.trim().split('\n')
      resolve(
        rows.map((row) => {
          const [pid = 0, parent = 0, residentKb = 0] = row.trim().split(/\s+/).map(Number)
          return { pid, parent, residentBytes: residentKb * 1024 }
        }),
      )
    })
  })
}
