import { app, type MessagePortMain } from 'electron'
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { createMainEndpoint } from '../contract/boundary/main-endpoint.ts'
import { inEnglish, type Sentence } from '../core/sentence/sentence.ts'
import { runApp } from '../main/app/app.ts'
import { cameraFilesIn } from '../main/features/camera/camera-file.ts'
import type { AppOptions } from '../main/shared/app-options.ts'
import { dataDir } from '../node/data-dir.ts'
import { endWithStarter } from '../node/end-with-starter.ts'
import { makePrivateFolder } from '../node/private-folder.ts'
import { createElectronHost } from '../main/system/host/electron/electron-host.ts'
import { ORIGIN } from '../main/system/host/electron/our-page.ts'
import { guardSession, registerAppScheme } from '../main/system/host/electron/session-guard.ts'
import { messagePortTransport } from '../main/system/ipc/message-port-transport.ts'
import { protocolResponse } from '../main/system/ipc/protocol-response.ts'
import { createExposedFiles } from '../main/system/ipc/exposed-files.ts'
import { createTeeEndpoint } from '../main/system/ipc/tee-endpoint.ts'
import { freeTrackerPorts } from '../main/features/tracking/native-tracker.ts'
import { startOptions } from '../main/app/start-options.ts'
import { createTerminal, type Terminal } from '../main/shared/terminal.ts'

const terminal = createTerminal(process.stderr)
const data = dataDir()
makePrivateFolder(data)
app.setPath('userData', join(data, 'electron'))
registerAppScheme()
// Not awaited here: Electron becomes ready only after this module has been evaluated.
main().then(
  (code) => app.exit(code),
  (error: unknown) => {
    terminal.fault(error)
    app.exit(1)
  },
)

async function main(): Promise<number> {
  endWithStarter()
  // Run as `electron out/main/electron.js ...` the script comes first; installed it does not.
  const start = startOptions(process.argv.slice(app.isPackaged ? 1 : 2), terminal)
  if (start.kind === 'exit') return start.code
  if (!app.requestSingleInstanceLock()) {
    terminal.say('Beckon is running already; its window comes to the front.')
    return 0
  }
  await app.whenReady()
  return runAppInElectron(start.options, terminal)
}

async function runAppInElectron(options: AppOptions, terminal: Terminal): Promise<number> {
  const built = join(import.meta.dirname, '..')
  const root = app.isPackaged ? process.resourcesPath : join(built, '..')
  const resources = join(root, 'resources')
  const files = createExposedFiles({
    '/': join(built, 'renderer'),
    '/models/': join(resources, 'models'),
  })
  const tracker = await freeTrackerPorts()
  guardSession(
    (request) => protocolResponse(request, (path) => files.find(path), tracker.urls),
    tracker.urls,
  )

  const onTrouble = (message: Sentence): void => terminal.say(inEnglish(message))
  const windowEnd = createMainEndpoint({ session: randomUUID(), onTrouble })
  const overlayEnd = createMainEndpoint({ session: randomUUID(), onTrouble })
  const attachTo = (end: typeof windowEnd) => (port: MessagePortMain) =>
    end.attach(messagePortTransport(port))
  const host = createElectronHost({
    end: createTeeEndpoint(windowEnd, overlayEnd),
    attachWindow: attachTo(windowEnd),
    attachOverlay: attachTo(overlayEnd),
    expose: (file) => files.expose(file),
    preload: join(built, 'preload', 'index.cjs'),
    iconsDir: join(resources, 'icons'),
    startsHidden: options.startsHidden,
  })
  return runApp(host, options, {
    folders: { data, resources },
    isUnseen: false,
    isOwnDisplay: process.env['BECKON_VIRTUAL_DISPLAY'] !== undefined,
    trackerDoor: { ports: tracker.ports, origins: [ORIGIN] },
    prepareVideo: cameraFilesIn(join(data, 'cache')),
  })
}
