import { afterEach, expect, test, vi } from 'vitest'
import { onEndSignals } from './end-signals.ts'

let stop: () => void = () => undefined
afterEach(() => {
  stop()
})

function listening() {
  const clock = { nowMs: 0 }
  const [act, endHard] = [vi.fn(), vi.fn()]
  stop = onEndSignals(act, () => clock.nowMs, endHard)
  return { clock, act, endHard }
}

test.each([
  ['SIGHUP', 129],
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const)('%s asks to end, with %i', (signal, code) => {
  const { act } = listening()
  process.emit(signal, signal)
  expect(act.mock.calls).toEqual([[signal, code]])
})

test('an echo of the first is not a second', () => {
  const { clock, act, endHard } = listening()
  process.emit('SIGINT', 'SIGINT')
  clock.nowMs = 400
  process.emit('SIGINT', 'SIGINT')
  process.emit('SIGTERM', 'SIGTERM')
  expect(act).toHaveBeenCalledTimes(1)
  expect(endHard).not.toHaveBeenCalled()
})

test('somebody who asks again after a while means now', () => {
  const { clock, endHard } = listening()
  process.emit('SIGINT', 'SIGINT')
  clock.nowMs = 1500
  process.emit('SIGINT', 'SIGINT')
  expect(endHard.mock.calls).toEqual([[130]])
})
