/**
 * The app with everything but a browser, as a process of its own: services, wiring, session, pipeline, dispatcher, input process. Its
 * page is the parent, at the other end of a wire; its host is the parent too. `hand-page.ts` forks it.
 */
import { createMainEndpoint } from '../../../src/contract/boundary/main-endpoint.ts'
import { ok } from '../../../src/contract/boundary/result.ts'
import { inEnglish } from '../../../src/core/sentence/sentence.ts'
import { parseCli } from '../../../src/main/app/cli.ts'
import { createDisposeStack } from '../../../src/node/dispose-stack.ts'
import type { Host, HostCommand } from '../../../src/main/system/host/host.ts'
import { createDispatcher } from '../../../src/main/system/output/queue/dispatcher.ts'
import type { Sinks } from '../../../src/main/system/output/sinks/sink-registry.ts'
import { openSystemSinks } from '../../../src/main/system/output/sinks/system-sinks.ts'
import { listenToRealInput } from '../../../src/main/system/listening/real-input.ts'
import { openServices } from '../../../src/main/app/open-services.ts'
import { createTerminal } from '../../../src/main/shared/terminal.ts'
import { runUntilEnd } from '../../../src/main/app/lifecycle.ts'
import { compose } from '../../../src/main/app/compose.ts'
import { parseRequest } from './commands.ts'
import { throwInStage } from './throw-in-stage.ts'
import { transportOn } from './process-transport.ts'

const [data = '', resources = '', project = '', events = ''] = process.argv.slice(2)
const nowMs = (): number => performance.timeOrigin + performance.now()
const command = parseCli([
  '--engaged',
  '--tracker',
  'mediapipe',
  '--project',
  project,
  '--events',
  events,
])
if (!command.ok || command.value.kind !== 'run') throw new Error('app-process: expected options')
const { options } = command.value

const disposeStack = createDisposeStack()
const terminal = createTerminal(process.stderr)
const end = createMainEndpoint({
  session: 'app',
  onTrouble: (said) => terminal.say(inEnglish(said)),
})
const listeners = new Set<(command: HostCommand) => void>()
const host: Host = {
  kind: 'headless',
  prepare: () => undefined,
  end,
  expose: (file) => (typeof file === 'string' ? file : ''),
  open: () => Promise.resolve(ok(undefined)),
  onCommand: (listener) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  },
  follow: () => undefined,
  show: () => undefined,
  showWindow: () => undefined,
  close: () => Promise.resolve(),
}

const system = await openSystemSinks()
const { failNext, sinks } = throwing(system.sinks)
// Dry services, and the real way out in place of theirs, so that its sinks can be made to throw.
const services = await openServices(
  { ...options, isDryRun: true },
  { data, resources },
  disposeStack,
  nowMs,
)
if (!services.ok) throw new Error(inEnglish(services.problem.message))
const dispatcher = createDispatcher({ sinks, desktop: system.desktop, nowMs })
const app = compose({
  terminal,
  resources,
  trackerDoor: { ports: { hands: 1, bodies: 1 }, origins: [] },
  host,
  options,
  services: {
    ...services.value,
    dispatcher,
    desktop: system.desktop,
    pointerPosition: () => system.sinks.pointer.position(),
  },
  source: { kind: 'demo', script: 'still', loop: true },
  disposeStack,
  nowMs,
  isOwnDisplay: true,
  listen: listenToRealInput,
})
void runUntilEnd({ host, app, options, terminal, disposeStack }).then(async () => {
  await dispatcher.close()
  await system.close()
  process.exit(0)
})

process.on('message', (raw) => {
  const order = parseRequest(raw)
  switch (order?.kind) {
    case 'attach':
      return end.attach(transportOn(process, order.transport))
    case 'command':
      for (const listener of listeners) listener(order.command)
      return
    case 'fail':
      return failNext(order.count)
    case 'throw':
      return throwInStage(order.stage, order.how)
    case 'hang': {
      const untilMs = performance.now() + order.forMs
      while (performance.now() < untilMs);
      return
    }
    case undefined:
      return
  }
})
process.on('disconnect', () => process.exit(0))
process.send?.({ kind: 'ready' })

/** The same sinks, whose next orders throw on demand, before or after the system has had them. */
function throwing(real: Sinks): { readonly sinks: Sinks; failNext(count: number): void } {
  let left = 0
  const wrapped = <Way extends object>(way: Way): Way =>
    new Proxy(way, {
      get: (target, name) => {
        const act: unknown = Reflect.get(target, name)
        if (typeof act !== 'function' || name === 'position') return act
        return (...given: unknown[]): unknown => {
          if (left <= 0) return Reflect.apply(act, target, given)
          left -= 1
          if (left % 2 === 0) throw new Error('thrown on purpose')
          return Promise.resolve(Reflect.apply(act, target, given)).then(() => {
            throw new Error('thrown on purpose, after it was done')
          })
        }
      },
    })
  return {
    sinks: { ...real, pointer: wrapped(real.pointer), keyboard: wrapped(real.keyboard) },
    failNext: (count) => {
      left = count
    },
  }
}
