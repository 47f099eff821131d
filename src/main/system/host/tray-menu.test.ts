import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { AppState } from '../../../contract/channels/app-state.ts'
import { say } from '../../../contract/words/say.ts'
import { verbatim } from '../../../core/sentence/sentence.ts'
import { trayMenu, type TrayView } from './tray-menu.ts'

const ICONS = join(import.meta.dirname, '../../../../resources/icons')

const STATE: AppState = {
  mode: 'watching',
  project: { id: 'desktop', name: 'Desktop' },
  camera: { kind: 'live', label: 'HD Webcam', widthPx: 640, heightPx: 480 },
  tracker: { kind: 'ready', name: 'mediapipe', delegate: 'cpu' },
  handCount: 0,
  isDryRun: false,
  problems: [],
}
const PROJECTS = [
  { id: 'desktop', name: 'Desktop' },
  { id: 'presentation', name: 'Presentation' },
]

describe('the tray menu', () => {
  it('says the state, offers to pause, the projects, the window and the way out', () => {
    expect(trayMenu(STATE, PROJECTS)).toEqual({
      shape: 'watching',
      tooltip: 'Beckon ○ Watching',
      items: [
        { kind: 'text', text: '○ Watching' },
        { kind: 'action', text: 'Pause', command: { kind: 'set-mode', mode: 'paused' } },
        { kind: 'line' },
        {
          kind: 'choice',
          text: 'Desktop',
          isChosen: true,
          command: { kind: 'switch-project', id: 'desktop' },
        },
        {
          kind: 'choice',
          text: 'Presentation',
          isChosen: false,
          command: { kind: 'switch-project', id: 'presentation' },
        },
        { kind: 'line' },
        { kind: 'action', text: 'Open window', command: { kind: 'show-window' } },
        {
          kind: 'action',
          text: 'Quit Beckon',
          command: { kind: 'quit', reason: 'Quit from the tray.' },
        },
      ],
    })
  })

  it('offers to resume when paused, into watching and never straight into control', () => {
    const { items, shape } = trayMenu({ ...STATE, mode: 'paused' }, PROJECTS)
    expect(shape).toBe('paused')
    expect(items[1]).toEqual({
      kind: 'action',
      text: 'Resume',
      command: { kind: 'set-mode', mode: 'watching' },
    })
  })

  it('tells the three states apart by shape and by word', () => {
    const modes = ['paused', 'watching', 'engaged'] as const
    const views = modes.map((mode) => trayMenu({ ...STATE, mode }, []))
    expect(new Set(views.map(({ shape }) => shape)).size).toBe(3)
    expect(views.map(({ tooltip }) => tooltip)).toEqual([
      'Beckon ❚❚ Paused',
      'Beckon ○ Watching',
      'Beckon ● Engaged',
    ])
  })

  it('says why nothing acts', () => {
    const hint = say('Your hand is too close to the camera.')
    expect(trayMenu({ ...STATE, hint }, []).items[0]).toEqual({
      kind: 'text',
      text: '○ Watching: Your hand is too close to the camera.',
    })
  })

  it.each<[string, TrayView['shape'], Partial<AppState>]>([
    [
      'no camera',
      'no-camera',
      { camera: { kind: 'missing', label: 'HD Webcam', message: verbatim('Gone.') } },
    ],
    [
      'no tracker',
      'error',
      { tracker: { kind: 'failed', name: 'mediapipe', message: verbatim('No model.') } },
    ],
    [
      'a grave problem',
      'error',
      { problems: [{ stage: 'output', severity: 'high', message: verbatim('No display.') }] },
    ],
  ])('tells %s by a shape of its own, but not while paused', (_name, shape, part) => {
    expect(trayMenu({ ...STATE, ...part }, []).shape).toBe(shape)
    expect(trayMenu({ ...STATE, ...part, mode: 'paused' }, []).shape).toBe('paused')
  })

  it.each(['paused', 'watching', 'engaged', 'no-camera', 'error'])(
    'has the picture of %s in both sizes, in colour and as a template',
    (shape) => {
      for (const end of ['.png', '@2x.png', 'Template.png', 'Template@2x.png']) {
        expect(existsSync(join(ICONS, `tray-${shape}${end}`))).toBe(true)
      }
    },
  )
})
