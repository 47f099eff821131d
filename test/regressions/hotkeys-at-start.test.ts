import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { electronStage, openWindow, type ElectronStage } from '../support/electron-stage.ts'
import { desk } from '../support/fake-electron.ts'

vi.mock('electron', () => import('../support/fake-electron.ts'))

let electron: ElectronStage
beforeEach(async () => {
  electron = await electronStage()
})
afterEach(() => electron.close())

// The host learnt of them from what the page was told: it claimed the usual ones where the page came late.
describe('the hotkeys claimed at start are those that people chose', () => {
  it.each([
    ['before', ['connect', 'load']],
    ['after', ['load', 'connect']],
  ] as const)('when its page comes %s the window has loaded', async (_when, order) => {
    await openWindow(electron.stage, order)
    expect({ asked: desk.asked, held: [...desk.hotkeys.keys()] }).toEqual({
      asked: ['Alt+P', 'Alt+N'],
      held: ['Alt+P', 'Alt+N'],
    })
  })
})
