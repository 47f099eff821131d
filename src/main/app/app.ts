import type { Result } from '../../contract/boundary/result.ts'
import { cameraSourceFor, type PrepareVideo } from '../features/camera/camera-source.ts'
import type { AppOptions } from '../shared/app-options.ts'
import { createDisposeStack, type DisposeStack } from '../../node/dispose-stack.ts'
import type { Host } from '../system/host/host.ts'
import type { TrackerDoor } from '../features/tracking/native-tracker.ts'
import { startPulse } from './pulse.ts'
import { listenToRealInput } from '../system/listening/real-input.ts'
import { openServices, type AppFolders } from './open-services.ts'
import { createTerminal, type Terminal } from '../shared/terminal.ts'
import { handOverToRunning, openCommandLine } from './command-line.ts'
import { runUntilEnd } from './lifecycle.ts'
import { compose } from './compose.ts'
import { hearErrors } from '../../node/hear-errors.ts'

export interface AppSurroundings {
  readonly folders: AppFolders
  /** Nobody sees a window: the terminal tells what goes on. */
  readonly isUnseen: boolean
  /** The display is a virtual one of ours: a demo hand that nobody asked for may act there. */
  readonly isOwnDisplay: boolean
  readonly prepareVideo: PrepareVideo
  /** Where the native tracker's process is to take pictures. */
  readonly trackerDoor: TrackerDoor
}

/** The machine's clock (Unix epoch, ms) with a fraction, which never goes back: comparable between processes. */
const nowMs = (): number => performance.timeOrigin + performance.now()

/** Runs Beckon on a host until something ends it; the exit code. Whatever happens, nothing stays held. */
export async function runApp(
  host: Host,
  options: AppOptions,
  surroundings: AppSurroundings,
): Promise<number> {
  const terminal = createTerminal(options.events === '-' ? process.stderr : process.stdout)
  // A terminal that is closed, or a file behind it that is full, is no reason to end.
  for (const out of [process.stdout, process.stderr]) hearErrors(out)
  const disposeStack = createDisposeStack()
  disposeStack.add('host', () => host.close())
  try {
    return await runWithHost({ host, options, surroundings, terminal, disposeStack })
  } finally {
    for (const failure of await disposeStack.close()) terminal.say(`While disposeStack: ${failure}`)
  }
}

async function runWithHost(parts: {
  readonly host: Host
  readonly options: AppOptions
  readonly surroundings: AppSurroundings
  readonly terminal: Terminal
  readonly disposeStack: DisposeStack
}): Promise<number> {
  const { host, options, surroundings, terminal, disposeStack } = parts
  const running = await handOverToRunning(surroundings.folders.data, options)
  if (running !== undefined) return printAndRefuse(terminal, running)
  const { folders } = surroundings
  const services = await openServices(options, folders, disposeStack, nowMs, () =>
    host.readMonitors?.(),
  )
  if (!services.ok) return printAndRefuse(terminal, services)
  const source = await cameraSourceFor({
    what: options.camera,
    remembered: services.value.settings.current().camera,
    prepareVideo: surroundings.prepareVideo,
    expose: (path) => host.expose(path),
  })
  if (!source.ok) return printAndRefuse(terminal, source)

  const { isUnseen, isOwnDisplay } = surroundings
  const app = compose({
    ...parts,
    services: services.value,
    resources: surroundings.folders.resources,
    trackerDoor: surroundings.trackerDoor,
    source: source.value,
    nowMs,
    listen: listenToRealInput,
    isOwnDisplay,
  })
  for (const problem of services.value.problems) terminal.problem(problem)
  services.value.log.onLost(terminal.problem)
  if (isUnseen) disposeStack.add('pulse', startPulse({ app, terminal }))
  const ending = runUntilEnd({ host, app, options, terminal, disposeStack })
  const opened = await host.open()
  if (!opened.ok) return printAndRefuse(terminal, opened)

  const control = await openCommandLine(surroundings.folders.data, app, services.value, host)
  if (control.ok) disposeStack.add('command line', control.value)
  else terminal.problem(control.problem)

  const { code, reason } = await ending
  terminal.say(reason)
  for (const line of app.summary.lines()) terminal.say(line)
  return code
}

function printAndRefuse(
  terminal: Terminal,
  failure: Extract<Result<unknown>, { ok: false }>,
): number {
  terminal.problem(failure.problem)
  return 1
}
