import { app, type MessagePortMain } from 'electron'
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { stackOf } from '../contract/error-message.ts'
import { createMainEnd } from '../contract/main-end.ts'
import { inEnglish, type Sentence } from '../core/sentence.ts'
import { runApp } from './app.ts'
import { prepareCameraFile } from './camera-file/camera-file.ts'
import type { AppOptions } from './cli.ts'
import { dataDir } from '../node/data-dir.ts'
import { createElectronHost } from './host/electron/electron-host.ts'
import { ORIGIN } from './host/electron/our-page.ts'
import { guardSession, registerAppScheme } from './host/electron/session-guard.ts'
import { messagePortWire } from './ipc/message-port-wire.ts'
import { protocolResponse } from './ipc/protocol-response.ts'
import { createPublishedFiles } from './ipc/published-files.ts'
import { createTeeEnd } from './ipc/tee-end.ts'
import { freeTrackerPorts } from './native-tracker.ts'
import { startOptions } from './start-options.ts'
import { createTerminal, type Terminal } from './terminal.ts'

const terminal = createTerminal(process.stderr)
const data = dataDir()
app.setPath('userData', join(data, 'electron'))
registerAppScheme()
// Not awaited here: Electron becomes ready only after this module has been evaluated.
main().then(
  (code) => app.exit(code),
  (error: unknown) => {
    terminal.say(stackOf(error))
    app.exit(1)
  },
)

async function main(): Promise<number> {
  // Run as `electron out/main/electron.js ...` the script comes first; installed it does not.
  const start = startOptions(process.argv.slice(app.isPackaged ? 1 : 2), terminal)
  if (start.kind === 'exit') return start.code
  if (!app.requestSingleInstanceLock()) {
    terminal.say('Beckon is running already; its window comes to the front.')
    return 0
  }
  await app.whenReady()
  return run(start.options, terminal)
}

async function run(options: AppOptions, terminal: Terminal): Promise<number> {
  const built = join(import.meta.dirname, '..')
  const root = app.isPackaged ? process.resourcesPath : join(built, '..')
  const resources = join(root, 'resources')
  const files = createPublishedFiles({
    '/': join(built, 'renderer'),
    '/models/': join(resources, 'models'),
  })
  const tracker = await freeTrackerPorts()
  guardSession(
    (request) => protocolResponse(request, (path) => files.find(path), tracker.urls),
    tracker.urls,
  )

  const onTrouble = (message: Sentence): void => terminal.say(inEnglish(message))
  const windowEnd = createMainEnd({ session: randomUUID(), onTrouble })
  const overlayEnd = createMainEnd({ session: randomUUID(), onTrouble })
  const attachTo = (end: typeof windowEnd) => (port: MessagePortMain) =>
    end.attach(messagePortWire(port))
  const host = createElectronHost({
    end: createTeeEnd(windowEnd, overlayEnd),
    attachWindow: attachTo(windowEnd),
    attachOverlay: attachTo(overlayEnd),
    publish: (file) => files.publish(file),
    preload: join(built, 'preload', 'index.cjs'),
    iconsDir: join(resources, 'icons'),
    startsHidden: options.startsHidden,
  })
  return runApp(host, options, {
    folders: { data, resources },
    isUnseen: false,
    isOwnDisplay: process.env['BECKON_VIRTUAL_DISPLAY'] !== undefined,
    trackerDoor: { ports: tracker.ports, origins: [ORIGIN] },
    prepareVideo: (path) => prepareCameraFile(path, join(data, 'cache')),
  })
}
