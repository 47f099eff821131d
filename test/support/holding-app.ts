/** A small app that holds the left button and Shift down until something ends it. Run as a program of its own. */
import { createDispatcher } from '../../src/main/system/output/queue/dispatcher.ts'
import { installExitRelease } from '../../src/main/system/output/input/exit-release.ts'
import { openSystemSinks } from '../../src/main/system/output/sinks/system-sinks.ts'

const system = await openSystemSinks()
const { sinks, desktop } = system
const dispatcher = createDispatcher({ sinks, desktop, nowMs: () => performance.now() })
installExitRelease(dispatcher)
const at = { x: 300, y: 300 }
dispatcher.dispatch({
  effect: { kind: 'pointer.press', button: 'left', at },
  atMs: 0,
  cause: 'test',
})
dispatcher.dispatch({ effect: { kind: 'key.press', keys: ['shift'] }, atMs: 0, cause: 'test' })
await dispatcher.idle()
process.stdin.once('data', (line) => {
  if (line.toString().startsWith('throw')) throw new Error('thrown on purpose')
  void dispatcher.close().then(() => system.close())
  process.stdin.unref()
})
process.stdout.write('holding\n')
