import { expect, it } from 'vitest'
import { chooseCamera } from './camera-choice.ts'

const noFile = (): boolean => false

it.each([
  [undefined, { kind: 'device' }],
  ['demo', { kind: 'demo', script: 'tour', loop: true }],
  ['demo:circle', { kind: 'demo', script: 'circle', loop: false }],
  ['clips/hand.mp4', { kind: 'video', path: 'clips/hand.mp4' }],
  ['missing.webm', { kind: 'video', path: 'missing.webm' }],
  ['HD Webcam', { kind: 'device', label: 'HD Webcam' }],
  ['C920 Pro 2.0', { kind: 'device', label: 'C920 Pro 2.0' }],
])('reads --camera %j', (what, choice) => {
  expect(chooseCamera(what, noFile)).toEqual(choice)
})

it('takes any existing file as a video, whatever its name', () => {
  expect(chooseCamera('recording', (path) => path === 'recording')).toEqual({
    kind: 'video',
    path: 'recording',
  })
})

it('remembers the camera chosen last, but never a file', () => {
  const webcam = { kind: 'device', label: 'HD Webcam' } as const
  expect(chooseCamera(undefined, noFile, webcam)).toEqual(webcam)
  const file = { kind: 'file', url: '/x', label: 'x' } as const
  expect(chooseCamera(undefined, noFile, file)).toEqual({ kind: 'device' })
})
