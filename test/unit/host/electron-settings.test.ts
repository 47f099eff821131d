import { existsSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createElectronHost } from '../../../src/main/system/host/electron/electron-host.ts'
import { createTeeEndpoint } from '../../../src/main/system/ipc/tee-endpoint.ts'
import { appStage, type AppStage } from '../../support/app-stage.ts'
import { desk } from '../../support/fake-electron.ts'
import { memoryLink } from '../../support/memory-link.ts'

vi.mock('electron', () => import('../../support/fake-electron.ts'))

const CHOSEN = { pause: 'Alt+P', nextProject: 'Alt+N', previousProject: '' }

let folder: string
let stage: AppStage
beforeEach(async () => {
  desk.reset()
  folder = await mkdtemp(join(tmpdir(), 'beckon-electron-'))
  // What starts at login is a file there.
  vi.stubEnv('XDG_CONFIG_HOME', folder)
  await writeFile(join(folder, 'settings.json'), JSON.stringify({ hotkeys: CHOSEN }))
  stage = await electronStage(folder)
})
afterEach(async () => {
  await stage.host.close()
  await stage.close()
  await rm(folder, { recursive: true })
  vi.unstubAllEnvs()
})

describe('the hotkeys claimed at start are those that people chose', () => {
  it.each([
    ['before', ['connect', 'load']],
    ['after', ['load', 'connect']],
  ] as const)('when its page comes %s the window has loaded', async (_when, order) => {
    const opening = stage.host.open()
    for (const what of order) {
      await whatWasBegun()
      if (what === 'load') desk.windows[0]?.finishLoading()
      else desk.windows[0]?.askForPort()
    }
    expect(await opening).toMatchObject({ ok: true })
    expect({ asked: desk.asked, held: [...desk.hotkeys.keys()] }).toEqual({
      asked: ['Alt+P', 'Alt+N'],
      held: ['Alt+P', 'Alt+N'],
    })
  })
})

describe('hotkeys that are chosen later', () => {
  const keys = (pause: string) => ({ hotkeys: { ...CHOSEN, pause } })
  const held = (): string[] => [...desk.hotkeys.keys()]
  beforeEach(() => openWindow())

  it('take the place of those before', async () => {
    expect(await stage.request('changeSettings', keys('Alt+U'))).toMatchObject({ ok: true })
    expect(held()).toEqual(['Alt+U', 'Alt+N'])
  })

  it('are refused where another program has them, and those before stay', async () => {
    desk.taken.add('Alt+T')
    expect(await stage.request('changeSettings', keys('Alt+T'))).toMatchObject({
      problem: { message: 'The hotkey Alt+T for "pause" is taken by another program.' },
    })
    expect(held()).toEqual(['Alt+P', 'Alt+N'])
    expect(stage.app.settings.current().hotkeys).toEqual(CHOSEN)
  })

  it('are not touched by a change of anything else', async () => {
    desk.asked = []
    await stage.request('changeSettings', { theme: 'dark' })
    expect([desk.asked, held()]).toEqual([[], ['Alt+P', 'Alt+N']])
  })
})

it('a hotkey that is taken at start is told once, and had when it is chosen again and free', async () => {
  desk.taken.add('Alt+P')
  const said: unknown[] = []
  stage.host.onCommand((command) => {
    if (command.kind === 'problem') said.push(command.problem.message)
  })
  await openWindow()
  await stage.request('changeSettings', { theme: 'dark' })
  expect(said).toEqual(['The hotkey Alt+P for "pause" is taken by another program.'])
  desk.taken.clear()
  expect(await stage.request('changeSettings', { hotkeys: CHOSEN })).toMatchObject({ ok: true })
  expect([...desk.hotkeys.keys()]).toEqual(['Alt+P', 'Alt+N'])
})

it('the display beside the pointer is there while it is wanted, goes along, and says what has switched', async () => {
  await openWindow()
  const [, overlay] = desk.windows
  await stage.hands(600, { shape: 'relaxed', at: [0.6, 0.5] })
  await stage.hands(100, { shape: 'relaxed', at: [0.5, 0.4] })
  expect(overlay?.isVisible()).toBe(true)
  const { x = 0, y = 0 } = stage.told('pointer') ?? {}
  expect(overlay?.at).toEqual([Math.round(x) + 28, Math.round(y) + 28])
  await stage.request('changeSettings', { showsHud: false })
  expect(overlay?.isVisible()).toBe(false)
  stage.app.switcher.step('next', 'hotkey')
  expect(overlay?.isVisible()).toBe(true)
})

it('starts at login for as long as people want it to', async () => {
  const entry = join(folder, 'autostart', 'beckon.desktop')
  await openWindow()
  expect(existsSync(entry)).toBe(false)
  await stage.request('changeSettings', { startsAtLogin: true })
  expect(existsSync(entry)).toBe(true)
  await stage.request('changeSettings', { startsAtLogin: false })
  expect(existsSync(entry)).toBe(false)
})

async function openWindow(): Promise<void> {
  const opening = stage.host.open()
  await whatWasBegun()
  desk.windows[0]?.askForPort()
  desk.windows[0]?.finishLoading()
  expect(await opening).toMatchObject({ ok: true })
}

const whatWasBegun = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

/** The app in Electron's host, whose page is the stage's. */
function electronStage(data: string): Promise<AppStage> {
  return appStage({
    folder: data,
    host: (end, connect) =>
      createElectronHost({
        end: createTeeEndpoint(end, memoryLink().main),
        attachWindow: connect,
        attachOverlay: () => undefined,
        publish: (file) => (typeof file === 'string' ? file : ''),
        preload: '',
        iconsDir: '',
        startsHidden: false,
      }),
  })
}
