/**
 * The input process: the native input library, away from the app. It outlives a crash of the app for long enough to
 * let go of what is held (its channel closes when the app dies, whatever killed it), and the app outlives the library,
 * which ends its process when there is no display. An app that lives but hangs is noticed by its
 * silence: then too everything held is let go.
 */
import { inBackground } from '../contract/boundary/faults.ts'
import { saidBy } from '../contract/words/said-error.ts'
import { createSerialQueue } from '../node/serial-queue.ts'
import { inputMessageSchema, type InputReply } from '../main/system/output/input/input-commands.ts'
import { openNativeInput } from '../main/system/output/input/native-input.ts'
import { watchSilence } from '../main/system/output/input/watch-silence.ts'

const input = openNativeInput(() => {
  process.stderr.write('The X connection to the display is broken.\n')
  process.exit(1)
})

// Ctrl+C and a log-out reach every process of the terminal; letting go is the app's decision, or that of its end.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => undefined)
}

const inTurn = createSerialQueue()

const silence = watchSilence({
  isHolding: () => input.isHolding(),
  nowMs: () => performance.now(),
  onSilent: () => {
    inBackground(
      'output',
      inTurn(() => input.releaseAll()),
    )
  },
})

process.on('message', (message: unknown) => {
  silence.confirmAlive()
  const heard = inputMessageSchema.parse(message)
  if ('kind' in heard) return
  const { id, command } = heard
  inBackground(
    'output',
    inTurn(async () => {
      try {
        await input.carryOut(command)
        // Asking where the pointer is waits for the system: only then are the input events there, and X's errors here.
        const { x, y } = await input.position()
        replyToParent({ kind: 'done', id, x, y })
      } catch (error) {
        replyToParent({ kind: 'failed', id, message: saidBy(error) })
      }
    }),
  )
})

process.on('disconnect', () => {
  inBackground(
    'output',
    inTurn(() => input.releaseAll()).then(() => process.exit(0)),
  )
})

replyToParent({ kind: 'ready', ...(await input.screenSize()) })

function replyToParent(message: InputReply): void {
  if (process.connected) process.send?.(message, undefined, undefined, () => undefined)
}
