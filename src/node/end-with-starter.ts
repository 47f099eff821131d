const LOOK_EVERY_MS = 1000

/**
 * Ends this process, as SIGTERM would, once `npm start` or `npm run serve` is gone which started it, however that ended:
 * nobody could end it any more but by its number. Does nothing in a process that was started otherwise.
 */
export function endWithStarter(startedBy = process.env['BECKON_STARTED_BY']): void {
  const starter = process.ppid
  if (startedBy !== String(starter)) return
  const timer = setInterval(() => {
    if (isRunning(starter)) return
    clearInterval(timer)
    // As an event: Windows has no signals, and would end us before anything held was let go of.
    if (!process.emit('SIGTERM', 'SIGTERM')) process.exit(143)
  }, LOOK_EVERY_MS)
  timer.unref()
}

function isRunning(pid: number): boolean {
  if (process.ppid !== pid) return false
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}
