// Whoever reads it may go (`2>&1 | head`): what was set up runs on.
process.stderr.on('error', () => undefined)

/** Set-up speaks on the error stream, so that standard output is the app's own (`--events -` is read by programs). */
export function say(line) {
  process.stderr.write(`${line}\n`)
}

/** Stops the set-up with a sentence for people and the command that mends it; no trace. */
export class SetUpFailure extends Error {
  constructor(message, fix) {
    super(fix === undefined ? message : `${message}\n  Fix: ${fix}`)
  }
}
