import { failed } from '../../../../src/contract/boundary/result.ts'
import { say } from '../../../../src/contract/words/say.ts'
import type { ShownVideo } from '../../../../src/contract/channels/video-channels.ts'
import { toType } from '../../../../src/core/sentence/sentence.ts'
import { madeUpBody, SQUATTING } from '../../body/made-up-body.ts'
import { fineState } from '../page-stage.ts'
import { frameOf, movedHand, pinchedHand, recordedHand } from '../recorded-frames.ts'
import { press, untilSaid, usual, type Scene } from './scene.ts'

const video = (part: Partial<ShownVideo>): ShownVideo => ({
  ...{ id: 'a', name: 'squats.mp4', status: 'queued', addedAtEpochMs: 0 },
  ...{ framesDone: 0, framesTotal: 0 },
  ...part,
})
const videos: readonly ShownVideo[] = [
  video({ id: 'w' }),
  video({
    ...{ id: 'p', status: 'processing', framesDone: 30, framesTotal: 120 },
    pace: { framesPerS: 31.4, secondsLeft: 2.9 },
  }),
  video({
    ...{ id: 'q', status: 'processing', framesDone: 30, framesTotal: 12_000 },
    pace: { framesPerS: 31.4, secondsLeft: 2900 },
  }),
  video({
    ...{ id: 'f', status: 'failed' },
    reason: say('Tried twice. {}', say('The worker ended with {}: {}', '7', 'ENOMEM')),
    note: say('Run again, because the service ended in the middle of it.'),
  }),
  video({ id: 'x', status: 'cancelled' }),
  video({
    ...{ id: 'c', status: 'completed', framesDone: 40, framesTotal: 40 },
    note: say('The video is damaged; what could be read of it is here. ffmpeg said: {}', 'EOF'),
  }),
]
const calibration = {
  ...{ restNoisePalms: 0.01, minCutoffHz: 2 },
  reach: { widthPalms: 3, heightPalms: 2, centre: { x: 0.5, y: 0.5 } },
}

export const machineScenes: readonly Scene[] = [
  {
    name: 'videos',
    page: 'videos',
    async play({ end }, see) {
      await untilSaid('Choose videos')
      await see('before anything is known')
      end.tell('videos', { videos: [], hasDecoder: false })
      await see('nothing that reads videos')
      end.tell('videos', { videos: [...videos], hasDecoder: true })
      await see('the queue')
      await press('Look at')
      await untilSaid('Close')
      await see('a result')
    },
  },
  {
    name: 'videos that are not taken',
    page: 'videos',
    handle: (name) =>
      name === 'offerVideo'
        ? failed(
            say('There is no room on the disk for a copy of this video.'),
            say('Make room on it, then try again.'),
          )
        : undefined,
    async play({ store }, see) {
      await untilSaid('Choose videos')
      store.videoIntake.add([new File(['x'], 'squats.mp4')])
      await untilSaid('Make room on it, then try again.')
      await see('refused')
    },
  },
  {
    name: 'the body',
    page: 'body',
    async play({ bodies, store }, see) {
      await see('nobody looks for it')
      store.bodyTracker = { kind: 'loading', name: 'auto' }
      await see('trackers are timed')
      store.bodyTracker = {
        ...{ kind: 'failed', name: 'native', fix: toType('npm run models') },
        message: say('The {} model {} {}.', say('body'), 'pose.task', say('is missing')),
      }
      await see('a tracker that failed')
      store.bodyTracker = { kind: 'ready', name: 'native', delegate: 'cpu' }
      await see('nobody in view')
      for (const [index, places] of [{}, SQUATTING, {}].entries()) {
        for (let result = 0; result < 8; result += 1) {
          const atMs = 1000 * index + 100 * result
          bodies.publish({ ...frameOf([], atMs), bodies: [madeUpBody({ places })] })
        }
      }
      await see('a squat')
      await press('Record')
      await see('a recording')
      await press('Stop')
      await see('what was recorded')
    },
  },
  {
    name: 'diagnostics',
    page: 'diagnostics',
    async play({ end, frames, store }, see) {
      end.tell('state', {
        ...fineState,
        problems: (['low', 'medium', 'high', 'fatal'] as const).map((severity, index) => ({
          stage: (['camera', 'tracking', 'link', 'window'] as const)[index] ?? 'host',
          severity,
          message: say('"{}" failed: {}', String(index), 'ENOENT'),
          fix: say('Start Beckon again.'),
        })),
      })
      store.metrics = { cameraFps: 30, trackedFps: 25, droppedFrames: 7, waitMs: 1, detectMs: 12 }
      for (let frame = 0; frame < 20; frame += 1) frames.publish(frameOf([], 33 * frame))
      await untilSaid('Look at')
      await see('problems, checks and recordings')
      await press('Copy a report')
      await see('a report')
      await press('Look at')
      await untilSaid('Decisions')
      const time = document.querySelector<HTMLInputElement>('input[type=range]')
      for (const atMs of ['0', '11000', '11050', '12000', '30000']) {
        if (!time) throw new Error('There is no time to choose')
        time.value = atMs
        time.dispatchEvent(new Event('input', { bubbles: true }))
        await see(`a recording at ${atMs} ms`)
      }
      end.tell('recording', { kind: 'running', name: 'x', sinceEpochMs: 0 })
      await see('while it records')
      const problem = say('The recording ended early, it could not be written: {}', 'ENOSPC')
      end.tell('recording', { kind: 'idle', problem })
      await see('a recording that ended early')
    },
  },
  {
    name: 'settings',
    page: 'settings',
    async play({ end }, see) {
      await untilSaid('Privacy')
      end.tell('calibrations', { left: calibration })
      await see('as they are')
      for (const kind of ['off', 'starting'] as const) {
        end.tell('service', { kind })
        await see(`the service is ${kind}`)
      }
      const tokenFile = '/home/anna/.config/beckon/service-token'
      end.tell('service', { kind: 'running', address: 'ws://127.0.0.1:8765', tokenFile })
      await see('the service runs')
      const reason = say('Port {} is taken by another program.', 8765)
      end.tell('service', { kind: 'failed', reason })
      const hotkeys = { pause: 'Control+Alt+B', nextProject: 'Control+Alt+B', previousProject: '' }
      end.tell('settings', usual({ hotkeys }))
      document.querySelector<HTMLButtonElement>('.keys')?.click()
      await see('keys that are taken, and a service that does not run')
    },
  },
  {
    name: 'settings, fitting to a hand',
    page: 'settings',
    async play({ frames }, see) {
      await press('Start')
      await untilSaid('Stop')
      await see('no hand yet')
      const hand = recordedHand()
      for (let atMs = 0; atMs < 30_000; atMs += 33) {
        const moved = movedHand(hand, Math.sin(atMs / 900) / 5, Math.cos(atMs / 700) / 6)
        const pinched = pinchedHand(hand, Math.sin((atMs / 400) * Math.PI) > 0 ? 1 : 0)
        frames.publish(frameOf([atMs < 3500 ? hand : atMs < 11_300 ? moved : pinched], atMs))
        if (atMs === 990 || atMs === 6996 || atMs === 13_992) await see(`after ${atMs} ms`)
      }
      await see('what came of it')
    },
  },
  {
    name: 'settings where no monitor is known',
    page: 'settings',
    handle: (name) =>
      name === 'readMonitors' ? failed(say('Nobody answers "{}" yet.', name)) : undefined,
    async play(_opened, see) {
      await untilSaid('Privacy')
      await see('no monitors')
    },
  },
]
