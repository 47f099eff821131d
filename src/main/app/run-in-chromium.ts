import { join } from 'node:path'
import { cameraFilesIn } from '../features/camera/camera-file.ts'
import { dataDir } from '../../node/data-dir.ts'
import { endWithStarter } from '../../node/end-with-starter.ts'
import { createChromiumHost } from '../system/host/chromium/chromium-host.ts'
import { startLoopbackServer } from '../system/ipc/loopback-server.ts'
import { freeTrackerPorts } from '../features/tracking/native-tracker.ts'
import { startOptions } from './start-options.ts'
import { createTerminal } from '../shared/terminal.ts'

/**
 * Runs the app with its page in the user's browser, in a window or without one; the exit code. `builtDir` is the
 * folder that the build writes to, as only an entry knows it: this file ends up in a chunk somewhere below.
 */
export async function runInChromium(
  kind: 'chromium' | 'headless',
  argv: readonly string[],
  builtDir: string,
): Promise<number> {
  endWithStarter()
  const terminal = createTerminal(process.stderr)
  const start = startOptions(argv, terminal)
  if (start.kind === 'exit') return start.code
  const { options } = start
  const resources = join(builtDir, '..', 'resources')
  const data = dataDir()
  const tracker = await freeTrackerPorts()
  const server = await startLoopbackServer({
    folders: { '/': join(builtDir, 'renderer'), '/models/': join(resources, 'models') },
    port: options.port,
    connect: tracker.urls,
  })
  if (!server.ok) {
    terminal.problem(server.problem)
    return 1
  }
  // Set by npm start when it made a virtual display.
  const isOwnDisplay = process.env['BECKON_VIRTUAL_DISPLAY'] !== undefined
  const host = createChromiumHost({ kind, server: server.value, dataDir: data })
  // Most of the program is read while the browser starts. A second start gets no further than its lock.
  host.prepare()
  const { runApp } = await import('./app.ts')
  return runApp(host, options, {
    folders: { data, resources },
    isUnseen: kind === 'headless' || isOwnDisplay,
    isOwnDisplay,
    trackerDoor: {
      ports: tracker.ports,
      origins: [`http://127.0.0.1:${server.value.port}`],
    },
    prepareVideo: cameraFilesIn(join(data, 'cache')),
  })
}
