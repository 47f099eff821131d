import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { watchSilence } from './watch-silence.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function watch() {
  const onSilent = vi.fn()
  const state = { isHolding: true }
  const silence = watchSilence({
    isHolding: () => state.isHolding,
    nowMs: () => performance.now(),
    onSilent,
  })
  return { onSilent, state, silence }
}

describe('an app that is listened to while it holds something', () => {
  it('is silent after a second without a word', () => {
    const { onSilent } = watch()
    vi.advanceTimersByTime(900)
    expect(onSilent).not.toHaveBeenCalled()
    vi.advanceTimersByTime(200)
    expect(onSilent).toHaveBeenCalledOnce()
  })
  it('is not silent while it is heard', () => {
    const { onSilent, silence } = watch()
    for (let round = 0; round < 40; round += 1) {
      vi.advanceTimersByTime(250)
      silence.confirmAlive()
    }
    expect(onSilent).not.toHaveBeenCalled()
  })
  it('may be silent as long as it holds nothing', () => {
    const { onSilent, state, silence } = watch()
    state.isHolding = false
    vi.advanceTimersByTime(5000)
    state.isHolding = true
    silence.confirmAlive()
    vi.advanceTimersByTime(900)
    expect(onSilent).not.toHaveBeenCalled()
  })
  it('is given another second after the listener itself has slept', () => {
    const { onSilent } = watch()
    // The clock goes on without the timer.
    const slept = vi.spyOn(performance, 'now').mockReturnValue(performance.now() + 60_000)
    vi.advanceTimersByTime(100)
    slept.mockRestore()
    expect(onSilent).not.toHaveBeenCalled()
  })
})
