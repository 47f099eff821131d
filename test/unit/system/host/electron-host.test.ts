import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { AppStage } from '../../../support/app-stage.ts'
import {
  CHOSEN_HOTKEYS,
  electronStage,
  openWindow,
  type ElectronStage,
} from '../../../support/electron-stage.ts'
import { desk } from '../../../support/fake-electron.ts'

vi.mock('electron', () => import('../../../support/fake-electron.ts'))

let electron: ElectronStage
let stage: AppStage
beforeEach(async () => {
  electron = await electronStage()
  stage = electron.stage
})
afterEach(() => electron.close())

describe('hotkeys that are chosen later', () => {
  const keys = (pause: string) => ({ hotkeys: { ...CHOSEN_HOTKEYS, pause } })
  const held = (): string[] => [...desk.hotkeys.keys()]
  beforeEach(() => openWindow(stage))

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
    expect(stage.app.settings.current().hotkeys).toEqual(CHOSEN_HOTKEYS)
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
  await openWindow(stage)
  await stage.request('changeSettings', { theme: 'dark' })
  expect(said).toEqual(['The hotkey Alt+P for "pause" is taken by another program.'])
  desk.taken.clear()
  expect(await stage.request('changeSettings', { hotkeys: CHOSEN_HOTKEYS })).toMatchObject({
    ok: true,
  })
  expect([...desk.hotkeys.keys()]).toEqual(['Alt+P', 'Alt+N'])
})

it('the display beside the pointer is there while it is wanted, goes along, and says what has switched', async () => {
  await openWindow(stage)
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
  const entry = join(electron.folder, 'autostart', 'beckon.desktop')
  await openWindow(stage)
  expect(existsSync(entry)).toBe(false)
  await stage.request('changeSettings', { startsAtLogin: true })
  expect(existsSync(entry)).toBe(true)
  await stage.request('changeSettings', { startsAtLogin: false })
  expect(existsSync(entry)).toBe(false)
})
