import { expect, test } from 'vitest'
import type { AppState } from '../../contract/channels/app-state.ts'
import { verbatim } from '../../core/sentence/sentence.ts'
import { noticeOf } from './notice.ts'

const fine: AppState = {
  mode: 'engaged',
  project: { id: 'desktop', name: 'Desktop' },
  camera: { kind: 'live', label: 'HD Webcam', widthPx: 640, heightPx: 480 },
  tracker: { kind: 'ready', name: 'mediapipe', delegate: 'cpu' },
  handCount: 1,
  isDryRun: false,
  problems: [],
}
const broken: AppState = {
  ...fine,
  tracker: {
    kind: 'failed',
    name: 'mediapipe',
    message: verbatim('The model is damaged.'),
    fix: verbatim('npm run models'),
  },
}

test('says nothing while there is a picture with hands to see', () => {
  expect(noticeOf(fine, true)).toBeUndefined()
})

test('shows the command that mends the model', () => {
  expect(noticeOf(broken, true)).toMatchObject({
    text: 'The model is damaged.',
    command: 'npm run models',
  })
})

test('names the most basic reason: link, then pause, then camera, then tracker', () => {
  const missing: AppState = {
    ...broken,
    camera: { kind: 'missing', label: '', message: verbatim('No camera is connected.') },
  }
  const paused: AppState = { ...missing, mode: 'paused' }
  expect(noticeOf(paused, false)?.title).toBe('Beckon has stopped')
  expect(noticeOf(paused, true)?.title).toBe('Paused')
  expect(noticeOf(missing, true)?.title).toBe('No camera')
  expect(noticeOf(undefined, true)?.title).toBe('Starting')
})
