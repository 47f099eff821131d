import { writeFileSync } from 'node:fs'
import { constants, setPriority } from 'node:os'

/**
 * Lets everything else on the machine go first: live tracking waits for no video. For a process that has just been started:
 * what it starts later, threads and children, inherits it; on Linux threads that it has already would not follow.
 */
export function lowerPriority(pid: number): void {
  ignoreFailure(() => setPriority(pid, constants.priority.PRIORITY_LOW))
  // Linux shares time out between sessions before it looks at priorities within one (sched(7), autogroup), and a worker has a
  // session of its own.
  if (process.platform === 'linux')
    ignoreFailure(() => writeFileSync(`/proc/${pid}/autogroup`, '19'))
}

/** The process may be gone, and a kernel without autogroups has no such file: neither is worth a word. */
function ignoreFailure(act: () => void): void {
  try {
    act()
  } catch {
    // It runs as it is.
  }
}
