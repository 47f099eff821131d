import { readFileSync } from 'node:fs'
import { inEnglish } from '../core/sentence/sentence.ts'
import { recordedProject } from '../main/features/recordings/recorded-project.ts'
import { printable } from '../node/printable.ts'
import { replay } from '../main/features/recordings/replay.ts'

/** `npm run replay FILE`: prints a recording's events as the pipeline gives them now, and says whether they are as live. */
const [file, ...more] = process.argv.slice(2)
process.exitCode = file === undefined || more.length > 0 ? printUsage() : replayFile(file)

function printUsage(): number {
  process.stderr.write('npm run replay FILE: plays a recording again and prints its events.\n')
  return 2
}

function replayFile(path: string): number {
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch (error) {
    process.stderr.write(`${path} cannot be read: ${String(error)}\n`)
    return 1
  }
  const result = replay(text, recordedProject)
  if (!result.ok) {
    process.stderr.write(`${path}: ${printable(inEnglish(result.problem.message))}\n`)
    return 1
  }
  const { lines, differsAt } = result.value
  for (const line of lines) process.stdout.write(`${printable(line)}\n`)
  const verdict =
    differsAt === undefined
      ? `${lines.length} events, the same as live`
      : `${lines.length} events; from number ${differsAt + 1} on they are not as live`
  process.stderr.write(`${verdict}\n`)
  return differsAt === undefined ? 0 : 1
}
