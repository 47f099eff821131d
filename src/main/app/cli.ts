import { parseArgs } from 'node:util'
import { messageOf } from '../../contract/boundary/error-message.ts'
import { failed, ok, type Result } from '../../contract/boundary/result.ts'
import { onlyEnglish } from '../../core/sentence/sentence.ts'
import { HOST_KINDS, TRACKERS, type AppOptions } from '../shared/app-options.ts'

export type Command =
  { readonly kind: 'help' } | { readonly kind: 'run'; readonly options: AppOptions }

export const HELP = `Beckon: control this computer by hand, through an ordinary webcam.

  npm start                    set up what is missing and run
  npm start -- --for 30s       run for 30 seconds, then print a summary
  npm test                     run every check
  npm run doctor               say what works here, and how to mend what does not

Options of npm start (after --)
  --host KIND        electron, chromium or headless (default: the best one here)
  --camera WHAT      a video file, part of a camera's name, demo, or demo:SCRIPT
  --mirrored         the camera's picture is already mirrored
  --project NAME     start in this project (default: the last one used)
  --tracker NAME     native, mediapipe, or auto: the faster of the two, measured now (default: measured once)
  --dry-run          show what would be done, send nothing to the system
  --engaged          in control from the start, no engaging gesture needed (for tests)
  --paused           start with the camera closed, for a start at login
  --hidden           start without showing the window, in the tray (desktop app only)
  --events FILE      write every state, gesture and action as a JSON line; - is the terminal
  --for TIME         end after 500ms, 30s, 5m or 1h
  --port NUMBER      the window's loopback port (default: any free one)
  --help             this text
`

const FLAGS = {
  host: { type: 'string' },
  camera: { type: 'string' },
  mirrored: { type: 'boolean' },
  project: { type: 'string' },
  tracker: { type: 'string' },
  'dry-run': { type: 'boolean' },
  engaged: { type: 'boolean' },
  paused: { type: 'boolean' },
  hidden: { type: 'boolean' },
  events: { type: 'string' },
  for: { type: 'string' },
  port: { type: 'string' },
  help: { type: 'boolean' },
} as const

const SEE_HELP = 'See npm start -- --help.'

/** Reads the command line. Every failure names the flag, what was given and what is expected. */
export function parseCli(argv: readonly string[]): Result<Command> {
  let given
  try {
    given = parseArgs({ args: [...argv], options: FLAGS, allowPositionals: true, strict: true })
  } catch (error) {
    return failed(
      onlyEnglish(plainReason(error)),
      onlyEnglish(`${SEE_HELP} The flags are ${flagList()}.`),
    )
  }
  const { values, positionals } = given
  if (positionals.length > 0) {
    return failed(onlyEnglish(`"${positionals.join(' ')}" is not a flag.`), onlyEnglish(SEE_HELP))
  }
  if (values.help === true) return ok({ kind: 'help' })

  const host = oneOf('--host', values.host, HOST_KINDS)
  if (!host.ok) return host
  const tracker = oneOf('--tracker', values.tracker, TRACKERS)
  if (!tracker.ok) return tracker
  const forMs = values.for === undefined ? ok(undefined) : parseDurationMs(values.for)
  if (!forMs.ok) return forMs
  const port = parsePort(values.port)
  if (!port.ok) return port

  return ok({
    kind: 'run',
    options: {
      host: host.value,
      camera: values.camera,
      isSourceMirrored: values.mirrored,
      project: values.project,
      tracker: tracker.value,
      isDryRun: values['dry-run'] ?? false,
      isEngaged: values.engaged ?? false,
      startsPaused: values.paused ?? false,
      startsHidden: values.hidden ?? false,
      events: values.events,
      forMs: forMs.value,
      port: port.value,
    },
  })
}

const UNIT_MS: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000 }

/** Reads `500ms`, `30s`, `5m`, `1h`; a bare number is seconds. */
export function parseDurationMs(text: string): Result<number> {
  const [, amount, unit] = /^(\d+(?:\.\d+)?)(ms|s|m|h)?$/.exec(text) ?? []
  const ms = Number(amount) * (UNIT_MS[unit ?? 's'] ?? Number.NaN)
  if (!Number.isFinite(ms) || ms <= 0) {
    return failed(
      onlyEnglish(`--for "${text}" is not a time.`),
      onlyEnglish('Write 500ms, 30s, 5m or 1h.'),
    )
  }
  return ok(ms)
}

function parsePort(text: string | undefined): Result<number> {
  if (text === undefined) return ok(0)
  const port = Number(text)
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    return failed(
      onlyEnglish(`--port "${text}" is not a port.`),
      onlyEnglish('Write a number from 0 to 65535.'),
    )
  }
  return ok(port)
}

function oneOf<Name extends string>(
  flag: string,
  given: string | undefined,
  allowed: readonly Name[],
): Result<Name | undefined> {
  if (given === undefined) return ok(undefined)
  const found = allowed.find((name) => name === given)
  if (found === undefined) {
    return failed(
      onlyEnglish(`${flag} "${given}" is unknown.`),
      onlyEnglish(`Write ${allowed.join(' or ')}.`),
    )
  }
  return ok(found)
}

function plainReason(error: unknown): string {
  const message = messageOf(error)
  // Node adds advice about `--` that does not help here; its first sentence names the flag.
  return `${message.split('. ')[0] ?? message}.`
}

function flagList(): string {
  return Object.keys(FLAGS)
    .map((flag) => `--${flag}`)
    .join(', ')
}
