import { inEnglish } from '../core/sentence/sentence.ts'
import { recordedProject } from '../main/features/recordings/recorded-project.ts'
import { MOST_RECORDING_BYTES } from '../main/features/recordings/recording-line.ts'
import { replay } from '../main/features/recordings/replay.ts'
import { printable } from '../node/printable.ts'
import { readUserFile } from '../node/user-file.ts'

/** `npm run replay FILE`: prints a recording's events as the pipeline gives them now, and says whether they are as live. */
const [file, ...more] = process.argv.slice(2)
process.exitCode = file === undefined || more.length > 0 ? printUsage() : await replayFile(file)

function printUsage(): number {
  process.stderr.write('npm run replay FILE: plays a recording again and prints its events.\n')
  return 2
}

async function replayFile(path: string): Promise<number> {
  const file = await readUserFile(path, MOST_RECORDING_BYTES, (text) =>
    replay(text, recordedProject),
  )
  if (file.kind === 'missing') return refuse(`${path} is not there.`)
  if (file.kind === 'unreadable') return refuse(`${path} cannot be read: ${inEnglish(file.reason)}`)
  if (file.kind === 'broken') return refuse(`${path}: ${inEnglish(file.reason)}`)
  const { lines, differsAt } = file.value
  for (const line of lines) process.stdout.write(`${printable(line)}\n`)
  const verdict =
    differsAt === undefined
      ? `${lines.length} events, the same as live`
      : `${lines.length} events; from number ${differsAt + 1} on they are not as live`
  process.stderr.write(`${verdict}\n`)
  return differsAt === undefined ? 0 : 1
}

function refuse(why: string): number {
  process.stderr.write(`${printable(why)}\n`)
  return 1
}
