import { BECKON_HELP, parseBeckonCall } from '../main/features/command-line/beckon-command.ts'
import { sendToRunning, type Told } from '../main/features/command-line/command-client.ts'
import { dataDir } from '../node/data-dir.ts'
import { printable } from '../node/printable.ts'

/** The command line's own entry: nothing but what it needs is loaded, so that a switch takes less than a blink. */
process.exitCode = await runCommand(process.argv.slice(2))

async function runCommand(argv: readonly string[]): Promise<number> {
  const call = parseBeckonCall(argv)
  switch (call.kind) {
    case 'help':
      process.stdout.write(BECKON_HELP)
      return 0
    case 'problem':
      process.stderr.write(call.text)
      return 2
    case 'tell':
      return printAnswer(await sendToRunning(dataDir(), call.command), call.asJson)
  }
}

function printAnswer(told: Told, asJson: boolean): number {
  switch (told.kind) {
    case 'not-running':
      process.stderr.write('Beckon does not run here. npm start starts it.\n')
      return 3
    case 'silent':
      process.stderr.write('Beckon runs, but gives no answer.\n')
      return 1
    case 'answered': {
      const { isDone, lines, status } = told.answer
      const text = asJson
        ? printable(JSON.stringify({ isDone, lines, ...status }))
        : lines.map(printable).join('\n')
      ;(isDone ? process.stdout : process.stderr).write(`${text}\n`)
      return isDone ? 0 : 1
    }
  }
}
