const NUMBERS = { SIGHUP: 1, SIGINT: 2, SIGTERM: 15 } as const
type EndSignal = keyof typeof NUMBERS
const SIGNALS = Object.keys(NUMBERS) as readonly EndSignal[]

/** One Ctrl+C may arrive twice: from the terminal, and from whoever started us and passes it on. */
const ECHO_MS = 1000

/**
 * Calls once, with the first signal that asks the process to end and its exit code (128 + the signal's number). Ending may
 * take a while: a second signal means now and ends the process hard, unless it is an echo of the first. Returns what
 * stops listening.
 */
export function onEndSignals(
  act: (signal: EndSignal, code: number) => void,
  nowMs: () => number = () => performance.now(),
  endHard: (code: number) => void = process.exit,
): () => void {
  let askedAtMs: number | undefined
  const onSignal = (signal: EndSignal): void => {
    const code = 128 + NUMBERS[signal]
    if (askedAtMs === undefined) {
      askedAtMs = nowMs()
      act(signal, code)
    } else if (nowMs() - askedAtMs > ECHO_MS) endHard(code)
  }
  for (const signal of SIGNALS) process.on(signal, onSignal)
  return () => {
    for (const signal of SIGNALS) process.off(signal, onSignal)
  }
}
