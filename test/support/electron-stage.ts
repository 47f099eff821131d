import { inEnglish } from '../../src/core/sentence/sentence.ts'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { vi } from 'vitest'
import { createElectronHost } from '../../src/main/system/host/electron/electron-host.ts'
import { createTeeEndpoint } from '../../src/main/system/ipc/tee-endpoint.ts'
import { appStage, type AppStage } from './app-stage.ts'
import { desk } from './fake-electron.ts'
import { memoryLink } from './memory-link.ts'

/** The hotkeys in the settings of the folder. */
export const CHOSEN_HOTKEYS = { pause: 'Alt+P', nextProject: 'Alt+N', previousProject: '' }

/** The app in Electron's host, whose page is the stage's. What starts at login is a file in the folder, too. */
export interface ElectronStage {
  readonly stage: AppStage
  readonly folder: string
  close(): Promise<void>
}

/** Asks of its test to have put fake-electron.ts in Electron's place. */
export async function electronStage(): Promise<ElectronStage> {
  desk.reset()
  const folder = await mkdtemp(join(tmpdir(), 'beckon-electron-'))
  vi.stubEnv('XDG_CONFIG_HOME', folder)
  await writeFile(join(folder, 'settings.json'), JSON.stringify({ hotkeys: CHOSEN_HOTKEYS }))
  const stage = await appStage({
    folder,
    host: (end, connect) =>
      createElectronHost({
        end: createTeeEndpoint(end, memoryLink().main),
        attachWindow: connect,
        attachOverlay: () => undefined,
        expose: (file) => (typeof file === 'string' ? file : ''),
        preload: '',
        iconsDir: '',
        startsHidden: false,
      }),
  })
  return {
    stage,
    folder,
    close: async () => {
      await stage.host.close()
      await stage.close()
      await rm(folder, { recursive: true })
      vi.unstubAllEnvs()
    },
  }
}

/** Opens the host's window; its page asks for a port, and its window has loaded, in this order. */
export async function openWindow(
  { host }: AppStage,
  order: readonly ('connect' | 'load')[] = ['connect', 'load'],
): Promise<void> {
  const opening = host.open()
  for (const what of order) {
    await whatWasBegun()
    if (what === 'load') desk.windows[0]?.finishLoading()
    else desk.windows[0]?.askForPort()
  }
  const opened = await opening
  if (!opened.ok) throw new Error(inEnglish(opened.problem.message))
}

const whatWasBegun = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))
