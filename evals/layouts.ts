import { setTimeout as wait } from 'node:timers/promises'
import { KEYBOARDS, type Keyboard } from './layouts/layout-list.ts'
import { openTextField } from './layouts/text-field.ts'
import { tryKeyboard, type Stage, type Tried } from './layouts/try-keyboard.ts'
import { connectToX } from '../src/main/system/output/x11/x-connection.ts'
import { openSystemSinks } from '../src/main/system/output/sinks/system-sinks.ts'
import { watchHeld } from '../test/support/held-on-x.ts'
import { startX } from '../test/support/x11.ts'

/*
 * Every key that a project may name, eight texts and a chord that is refused in the middle of a drag, on many keyboard layouts: by
 * Beckon's own way to the system, on an X server of its own, read back from a text field of a real browser. `npm run eval -- layouts`
 */

/** A browser reads a new keyboard map when it gets to it. */
const MAP_READ_MS = 200

const x = await startX()
process.env['DISPLAY'] = x.name
const system = await openSystemSinks()
const server = await connectToX(() => undefined)
const held = await watchHeld(x.name)
const field = await openTextField(x.name)
const others = await x.watch()
const windows = { field: await windowOf('Text field'), nobody: await windowOf('Event Tester') }
const giveKeysTo: Stage['giveKeysTo'] = async (window) => {
  await x.xdotool('windowraise', windows[window], 'windowfocus', '--sync', windows[window])
}
const startedAtMs = performance.now()
const tried: { readonly keyboard: Keyboard; readonly result: Tried }[] = []
try {
  for (const keyboard of KEYBOARDS) {
    await x.setLayout(keyboard.layout, keyboard.variant)
    server.lock(0, 0, keyboard.group ?? 0)
    await server.state()
    await wait(MAP_READ_MS)
    const stage = { sinks: system.sinks, field, held, giveKeysTo }
    tried.push({ keyboard, result: await tryKeyboard(keyboard, stage) })
  }
} finally {
  await field.close()
  await system.close()
  server.close()
  held.close()
  await x.close()
}
report()

async function windowOf(title: string): Promise<string> {
  const found = await x.xdotool('search', '--sync', '--name', title)
  return found.trim().split('\n').at(-1) ?? ''
}

function report(): void {
  console.table(
    tried.map(({ keyboard, result: { faults, ...figures } }) => ({
      keyboard: [keyboard.layout, keyboard.variant, keyboard.group].filter(Boolean).join(' '),
      ...figures,
      faults: faults.length,
    })),
  )
  for (const { keyboard, result } of tried) {
    for (const fault of result.faults) console.log(`${keyboard.layout}: ${fault}`)
  }
  console.log(`${((performance.now() - startedAtMs) / 1000).toFixed(0)} s`)
  console.log(`${others.events().length} events reached the window that takes keys`)
  const sum = (of: (result: Tried) => number): number =>
    tried.reduce((total, { result }) => total + of(result), 0)
  const figures = {
    layouts: tried.length,
    textsWrong: sum(({ textsWrong }) => textsWrong),
    stuck: sum(({ stuck }) => stuck),
    deadAfterRefusal: sum(({ deadAfterRefusal }) => deadAfterRefusal),
  }
  const isRight = tried.every(({ result }) => result.faults.length === 0)
  console.log(JSON.stringify({ eval: 'layouts', figures }))
  process.exitCode = isRight ? 0 : 1
}
