import { mount, unmount } from 'svelte'
import type { AppState } from '../../../../src/contract/channels/app-state.ts'
import { say } from '../../../../src/contract/words/say.ts'
import { toType } from '../../../../src/core/sentence/sentence.ts'
import { cameraTroubleSentence } from '../../../../src/renderer/capture/camera/camera-words.ts'
import { AppStore } from '../../../../src/renderer/app/app-store.svelte.ts'
import OverlayHud from '../../../../src/renderer/app/hud/OverlayHud.svelte'
import { fineState } from '../page-stage.ts'
import { untilSaid, usual, type Scene } from './scene.ts'

const trouble = (kind: Parameters<typeof cameraTroubleSentence>[0]): AppState => {
  const message = cameraTroubleSentence(kind, kind === 'unreadable' ? 'wave.mp4' : 'HD Webcam')
  return { ...fineState, camera: { kind, label: 'HD Webcam', message }, hint: message }
}
const failed: AppState['tracker'] = {
  kind: 'failed',
  name: 'native',
  message: say(
    '{} could not start. Its program or its model may be damaged.',
    say('Hand tracking'),
  ),
  fix: toType('npm run models'),
}
const STATES: Readonly<Record<string, AppState>> = {
  engaged: fineState,
  'dry run': { ...fineState, isDryRun: true },
  watching: { ...fineState, mode: 'watching' },
  barred: { ...fineState, hint: say('Your hand is cut off by the edge of the picture.') },
  paused: { ...fineState, mode: 'paused', camera: { kind: 'closed' } },
  opening: { ...fineState, camera: { kind: 'opening', label: '' } },
  ended: { ...fineState, camera: { kind: 'ended', label: 'wave.mp4' } },
  missing: trouble('missing'),
  busy: trouble('busy'),
  denied: trouble('denied'),
  black: trouble('black'),
  frozen: trouble('frozen'),
  unreadable: trouble('unreadable'),
  loading: { ...fineState, tracker: { kind: 'loading', name: 'native' } },
  measuring: { ...fineState, tracker: { kind: 'loading', name: 'auto' } },
  'tracker failed': { ...fineState, tracker: failed },
  problems: {
    ...fineState,
    problems: [
      {
        ...{ stage: 'output', severity: 'medium' },
        message: say('The volume cannot be changed: no mixer was found.'),
        fix: say('Start Beckon again.'),
      },
      {
        ...{ stage: 'project', severity: 'low' },
        message: say(
          '{}, line {}: {}; it is kept and does nothing.',
          'desktop.json',
          12,
          say('gesture "{}" is not known; known are {}', 'pose.vulcan', '"pose.fist"'),
        ),
      },
    ],
  },
}

const from = { id: 'desktop', name: 'Desktop' }
const to = { id: 'presentation', name: 'Presentation' }
const byProgram = { to, from, by: 'program', why: say('{} is in front', 'Firefox') } as const

export const liveScenes: readonly Scene[] = [
  {
    name: 'live, whatever the camera does',
    page: 'live',
    async play({ end }, see) {
      for (const [name, state] of Object.entries(STATES)) {
        end.tell('state', state)
        await see(name)
      }
    },
  },
  {
    name: 'live, while hands act',
    page: 'live',
    async play({ end }, see) {
      const began = { hand: 'right', phase: 'began', atMs: 1, score: 0.92, heldMs: 0 } as const
      end.tell('gesture', { gesture: 'two-hands.frame', ...began })
      end.tell('action', {
        atMs: 1,
        effect: { kind: 'volume.step', stepRatio: 1 },
        cause: 'pointer',
      })
      end.tell('action', {
        atMs: 1,
        effect: { kind: 'media', command: 'play-pause' },
        cause: 'dwell',
      })
      end.tell('action', { atMs: 2, effect: { kind: 'key.text' }, cause: 'swipe.left' })
      end.tell('spelling', {
        ...{ kind: 'on', isUnsure: true, word: 'VOL', completions: ['VOLUME', 'VOLT'] },
        letters: [
          { letter: 'V', score: 0.5 },
          { letter: 'U', score: 0.4 },
        ],
      })
      await see('a gesture, actions and a word')
      for (const kind of ['engage', 'disengage', 'hold', 'pinch'] as const) {
        end.tell('gesture', { gesture: 'two-hands.frame', ...began, phase: 'ended' })
        end.tell('progress', { kind, ratio: 0.5 })
        await see(kind)
      }
      for (const handCount of [0, 1, 2]) {
        end.tell('progress', { kind: 'none', ratio: 0 })
        end.tell('state', { ...fineState, handCount })
        await see(`${handCount} hands`)
      }
    },
  },
  {
    name: 'live, when something has happened',
    page: 'live',
    async play({ end, store }, see) {
      for (const by of ['tray', 'hotkey', 'command', 'gesture'] as const) {
        end.tell('switched', { to, from, by })
        await see(by)
      }
      end.tell('switched', byProgram)
      await see('a program in front')
      store.refusal = {
        message: say('The hotkey {} for "{}" is taken by another program.', 'Alt+T', say('pause')),
        fix: say('Choose other keys.'),
      }
      await see('a refusal')
      end.tell('settings', usual({ showsHud: true }))
      dispatchEvent(new PointerEvent('pointermove', { clientX: 40, clientY: 50 }))
      await see('the display at the pointer')
      end.setConnected(false)
      await untilSaid('Beckon has stopped')
      await see('no host')
    },
  },
  {
    name: 'the overlay',
    page: 'live',
    async play({ end }, see) {
      const target = document.createElement('div')
      document.body.append(target)
      const overlay = mount(OverlayHud, { target, props: { store: new AppStore(end) } })
      end.tell('settings', usual())
      end.tell('state', fineState)
      end.tell('progress', { kind: 'disengage', ratio: 0.5 })
      await see('letting go')
      end.tell('switched', byProgram)
      await see('another project')
      await unmount(overlay)
    },
  },
]
