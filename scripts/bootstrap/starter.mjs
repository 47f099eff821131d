import { readFileSync } from 'node:fs'

const LOOK_EVERY_MS = 500

/**
 * Calls once when npm, which started us, has ended: it dies of a signal without passing it on, and what it ran would go
 * on unseen. Somebody who starts a script in the background and logs out means it to go on, so without npm nothing is watched.
 * Returns what ends the watch.
 */
export function whenNpmEnds(act, { env = process.env, chain = starters } = {}) {
  if (env.npm_lifecycle_event === undefined) return () => undefined
  const first = chain().join(' ')
  const timer = setInterval(() => {
    if (chain().join(' ') === first) return
    clearInterval(timer)
    act()
  }, LOOK_EVERY_MS)
  timer.unref()
  return () => clearInterval(timer)
}

/** Who started us and, where the system tells, who started that: between npm and us there may be a shell. */
function starters() {
  return [process.ppid, parentOf(process.ppid)]
}

/** Linux tells in the fourth field of stat; the second, a name in brackets, may hold blanks. */
function parentOf(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]
  } catch {
    return undefined
  }
}
