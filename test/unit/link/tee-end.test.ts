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

it('shows the overlay what the window is shown, afresh on every connection, and no orders', () => {
  const window = memoryLink()
  const overlay = memoryLink()
  const tee = createTeeEndpoint(window.main, overlay.main)
  const seen: string[] = []
  overlay.renderer.on('state', ({ mode }) => seen.push(mode))
  overlay.renderer.on('progress', ({ kind }) => seen.push(kind))
  overlay.renderer.on('cameraCommand', () => seen.push('order'))
  tee.end.send('progress', { kind: 'hold', ratio: 0.1 })
  tee.showState(STATE)
  window.connect()
  overlay.connect()
  overlay.carryAll()
  tee.end.send('progress', { kind: 'engage', ratio: 0.5 })
  const source = { kind: 'demo', script: 'tour', loop: true } as const
  tee.end.send('cameraCommand', { open: true, source, isSourceMirrored: false })
  overlay.carryAll()
  overlay.connect()
  overlay.carryAll()
  tee.showState({ ...STATE, mode: 'paused' })
  overlay.carryAll()
  expect(seen).toEqual(['engaged', 'engage', 'engaged', 'paused'])
})

it('tells an overlay that comes late how it is to look', () => {
  const window = memoryLink()
  const overlay = memoryLink()
  const tee = createTeeEndpoint(window.main, overlay.main)
  const themes: string[] = []
  overlay.renderer.on('settings', ({ theme }) => themes.push(theme))
  tee.end.send('settings', { ...settingsSchema.parse({}), theme: 'light' })
  tee.end.send('settings', { ...settingsSchema.parse({}), theme: 'dark' })
  overlay.connect()
  overlay.carryAll()
  expect(themes).toEqual(['dark'])
})

it('hears nothing that the overlay says', () => {
  const window = memoryLink()
  const overlay = memoryLink()
  const tee = createTeeEndpoint(window.main, overlay.main)
  const heard: unknown[] = []
  tee.end.on('cameras', (labels) => heard.push(labels))
  window.connect()
  overlay.connect()
  overlay.renderer.send('cameras', ['overlay'])
  window.renderer.send('cameras', ['window'])
  overlay.carryAll()
  window.carryAll()
  expect(heard).toEqual([['window']])
})
