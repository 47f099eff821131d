import { expect, it } from 'vitest'
import type { AppState } from '../../../src/contract/channels/app-state.ts'
import { settingsSchema } from '../../../src/contract/channels/settings.ts'
import { createTeeEndpoint } from '../../../src/main/system/ipc/tee-endpoint.ts'
import { memoryLink } from '../../support/memory-link.ts'

const STATE: AppState = {
  mode: 'engaged',
  project: { id: 'desktop', name: 'Desktop' },
  camera: { kind: 'closed' },
  tracker: { kind: 'loading', name: 'mediapipe' },
  handCount: 0,
  isDryRun: false,
  problems: [],
}
const source = { kind: 'demo', script: 'tour', loop: true } as const

it('shows the overlay what the window is shown, while it is there, and no orders', () => {
  const { tee, window, overlay } = teed()
  const seen: string[] = []
  overlay.renderer.on('state', ({ mode }) => seen.push(mode))
  overlay.renderer.on('progress', ({ kind }) => seen.push(kind))
  overlay.renderer.on('cameraCommand', () => seen.push('order'))
  window.connect()
  tee.send('progress', { kind: 'hold', ratio: 0.1 })
  overlay.connect()
  overlay.carryAll()
  tee.publish('state', STATE)
  tee.send('progress', { kind: 'engage', ratio: 0.5 })
  tee.publish('cameraCommand', { open: true, source, isSourceMirrored: false })
  overlay.carryAll()
  overlay.cut()
  tee.send('progress', { kind: 'pinch', ratio: 1 })
  overlay.connect()
  overlay.carryAll()
  expect(seen).toEqual(['engaged', 'engage'])
})

it('tells an overlay that joins late how things are, and one that is loaded anew as well', () => {
  const { tee, window, overlay } = teed()
  window.connect()
  tee.publish('settings', { ...settingsSchema.parse({}), theme: 'light' })
  tee.publish('settings', { ...settingsSchema.parse({}), theme: 'dark' })
  tee.publish('state', STATE)
  window.carryAll()
  const seen: string[] = []
  for (const page of [overlay.renderer, overlay.page('anew')]) {
    page.on('settings', ({ theme }) => seen.push(theme))
    page.on('state', ({ mode }) => seen.push(mode))
    overlay.connect(page)
    overlay.carryAll()
  }
  expect(seen).toEqual(['dark', 'engaged', 'dark', 'engaged'])
})

it('hears nothing that the overlay says', () => {
  const { tee, window, overlay } = teed()
  const heard: unknown[] = []
  tee.on('cameras', (labels) => heard.push(labels))
  window.connect()
  overlay.connect()
  overlay.renderer.send('cameras', ['overlay'])
  window.renderer.send('cameras', ['window'])
  overlay.carryAll()
  window.carryAll()
  expect(heard).toEqual([['window']])
})

function teed() {
  const window = memoryLink()
  const overlay = memoryLink()
  return { window, overlay, tee: createTeeEndpoint(window.main, overlay.main) }
}
