import { describe, expect, it, vi } from 'vitest'
import { answering } from './answering-backend.ts'
import type { VolumeBackend } from './backend.ts'
import { parsePactlLevel } from './pactl-backend.ts'
import { createVolumeSink, steppedLevel } from './volume-sink.ts'
import { parseWpctl } from './wpctl-backend.ts'

function backend(name: string, read: () => number): VolumeBackend {
  return {
    name,
    read: () => Promise.resolve().then(() => ({ levelRatio: read(), isMuted: false })),
    setLevel: () => Promise.resolve(),
    setMuted: () => Promise.resolve(),
  }
}

describe('choosing a mixer', () => {
  it('takes the first that can be read', async () => {
    const broken = backend('first', () => {
      throw new Error('spawn amixer ENOENT\nmore')
    })
    const volume = createVolumeSink([
      broken,
      backend('second', () => NaN),
      backend('third', () => 1),
    ])
    await volume.read()
    expect(volume.backendName()).toBe('third')
  })

  it('looks again after a failure', async () => {
    let works = true
    const first = backend('first', () => {
      if (!works) throw new Error('gone')
      return 0.5
    })
    const volume = createVolumeSink([first, backend('second', () => 0.7)])
    await volume.read()
    works = false
    await expect(volume.read()).rejects.toThrow('gone')
    expect(await volume.read()).toEqual({ levelRatio: 0.7, isMuted: false })
  })
})

describe('a mixer that answers and does nothing', () => {
  it('is not said to have done it', async () => {
    const deaf = createVolumeSink([backend('deaf', () => 0.4)])
    await expect(deaf.set(0.8)).rejects.toThrow('deaf did not change the volume')
    await expect(deaf.step(0.2)).rejects.toThrow('deaf did not change the volume')
    await expect(deaf.mute(true)).rejects.toThrow('deaf did not change the volume')
    // Nothing was to be changed, or less than a card with sixteen steps can.
    await deaf.set(0.4)
    await deaf.set(0.45)
    await deaf.mute(false)
  })
})

describe('a mixer that hangs', () => {
  it('is waited for once, and nothing more is begun until it has answered', async () => {
    let begun = 0
    let answer: (() => void) | undefined
    const hanging: VolumeBackend = {
      ...backend('hanging', () => 0.4),
      setLevel: () => {
        begun += 1
        return new Promise((resolve) => (answer = resolve))
      },
    }
    const limited = answering(hanging, 5)
    await expect(limited.setLevel(0.5)).rejects.toThrow('hanging does not answer')
    await expect(limited.setLevel(0.6)).rejects.toThrow('hanging does not answer')
    await expect(limited.read()).rejects.toThrow('hanging does not answer')
    expect(begun).toBe(1)
    answer?.()
    await vi.waitFor(async () => {
      expect((await limited.read()).levelRatio).toBe(0.4)
    })
  })
})

describe('a volume step', () => {
  it.each([
    [0.5, 0.1, 0.6],
    [0.95, 0.1, 1],
    [0.05, -0.1, 0],
    [1.2, 0.1, 1.2],
    [1.2, -0.1, 1.1],
  ])('from %f by %f is %f', (level, step, target) => {
    expect(steppedLevel(level, step)).toBeCloseTo(target, 9)
  })
})

describe('what the mixers print', () => {
  it('is read from wpctl', () => {
    expect(parseWpctl('Volume: 0.45\n')).toEqual({ levelRatio: 0.45, isMuted: false })
    expect(parseWpctl('Volume: 1.00 [MUTED]\n')).toEqual({ levelRatio: 1, isMuted: true })
    expect(() => parseWpctl('')).toThrow('did not say')
  })

  it('is read from pactl, the loudest channel', () => {
    const text =
      'Volume: front-left: 29491 /  45% / -20.81 dB,   front-right: 32768 /  50% / -18.06 dB\n        balance 0.00'
    expect(parsePactlLevel(text)).toBe(0.5)
    expect(() => parsePactlLevel('')).toThrow('did not say')
  })
})
