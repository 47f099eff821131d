import { expect, test } from 'vitest'
import { matchingLabel } from './matching-label.ts'

const labels = ['Integrated Camera (04f2:b6d9)', 'HD Webcam', 'HD Webcam C920']

test.each([
  ['HD Webcam', 'HD Webcam'],
  ['hd webcam', 'HD Webcam'],
  ['c920', 'HD Webcam C920'],
  ['integrated', 'Integrated Camera (04f2:b6d9)'],
])('finds %s', (wanted, label) => {
  expect(matchingLabel(labels, wanted)).toBe(label)
})

test('finds nothing for a camera that is not there', () => {
  expect(matchingLabel(labels, 'Brio')).toBeUndefined()
})
