import { expect, test } from 'vitest'
import { cameraOptions, optionValue } from './camera-choice.ts'

const labels = ['Integrated Camera', 'HD Webcam C920']

test('offers every camera and the demo hand', () => {
  expect(cameraOptions(labels, undefined).map(({ text }) => text)).toEqual([
    'Integrated Camera',
    'HD Webcam C920',
    'Demo hand',
  ])
})

test('keeps what is open now among the choices, even if it is unplugged or a file', () => {
  const file = { kind: 'file', url: '/x', label: 'wave.mp4' } as const
  expect(cameraOptions(labels, file)[0]).toEqual({ value: 'file', text: 'wave.mp4', source: file })
  const gone = { kind: 'device', label: 'Brio' } as const
  expect(cameraOptions(labels, gone)[0]?.text).toBe('Brio')
})

test('knows a camera asked for by part of its name, or by none', () => {
  expect(optionValue({ kind: 'device', label: 'c920' }, labels)).toBe('device:HD Webcam C920')
  expect(optionValue({ kind: 'device' }, labels)).toBe('device:Integrated Camera')
})
