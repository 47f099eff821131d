import { describe, expect, test } from 'vitest'
import { createDetectionScheduler, DEFAULT_SCHEDULER } from './detection-scheduler.ts'
import type { InterleavedPixels } from './pixels.ts'

const FRAME_MS = 1000 / 30

function picture(brightness: (x: number, y: number) => number): InterleavedPixels {
  const data = new Uint8Array(64 * 48 * 3)
  for (let y = 0; y < 48; y++) {
    for (let x = 0; x < 64; x++) data.fill(brightness(x, y), 3 * (y * 64 + x), 3 * (y * 64 + x) + 3)
  }
  return { format: 'rgb', widthPx: 64, heightPx: 48, strideBytes: 192, data }
}
const room = picture((x, y) => (x * y) % 200)
/** Noise of a cheap camera: a level up or down. */
const noisyRoom = (seed: number) => picture((x, y) => ((x * y) % 200) + ((x + y + seed) % 3) - 1)
const roomWithHand = picture((x, y) => (x > 20 && x < 34 && y > 14 ? 230 : (x * y) % 200))

/** Frames at 30 a second, and in which of them palms were looked for. */
function watch(
  fromMs: number,
  toMs: number,
  scheduler = createDetectionScheduler(),
  shown: (atMs: number) => InterleavedPixels = () => room,
) {
  const looks: number[] = []
  for (let atMs = fromMs; atMs <= toMs; atMs += FRAME_MS) {
    if (scheduler.shouldDetect(shown(atMs), atMs, 0)) looks.push(atMs)
  }
  return { looks, scheduler }
}

describe('looking for hands', () => {
  test('looks at every frame for two seconds', () => {
    expect(watch(0, 1990).looks.length).toBe(60)
  })

  test('hardly looks at a still scene after that, noise or not', () => {
    const { looks } = watch(0, 12_000, createDetectionScheduler(), (atMs) =>
      noisyRoom(Math.round(atMs / 33)),
    )
    expect(looks.filter((ms) => ms > 2100).length).toBeLessThanOrEqual(6)
  })

  test('looks within 250 ms at a hand that comes after a minute of nothing', () => {
    for (let offsetMs = 0; offsetMs < 200; offsetMs += 10) {
      const comesMs = 60_000 + offsetMs
      const { scheduler } = watch(0, comesMs)
      const { looks } = watch(comesMs, comesMs + 400, scheduler, () => roomWithHand)
      expect((looks[0] ?? Infinity) - comesMs).toBeLessThanOrEqual(250)
    }
  })

  test('says how long it rests, and keeps to it', () => {
    const { scheduler } = watch(0, 10_000)
    const atMs = 10_020
    scheduler.shouldDetect(roomWithHand, atMs, 0)
    const restMs = scheduler.restMs(atMs, 0)
    expect(restMs).toBeGreaterThan(100)
    expect(scheduler.shouldDetect(room, atMs + restMs - 1, 0)).toBe(false)
    expect(scheduler.shouldDetect(room, atMs + restMs + 1, 0)).toBe(true)
  })

  test('rests at a still scene as well', () => {
    const { scheduler } = watch(0, 10_000)
    const atMs = 10_020 + DEFAULT_SCHEDULER.slowEveryMs
    expect(scheduler.shouldDetect(room, atMs, 0)).toBe(false)
    expect(scheduler.restMs(atMs, 0)).toBe(DEFAULT_SCHEDULER.slowEveryMs)
  })

  test('is back at full rate as soon as a hand was there', () => {
    const { scheduler } = watch(0, 10_000)
    scheduler.sawHand(10_010)
    expect(scheduler.restMs(10_010, 0)).toBe(0)
    expect(watch(10_040, 10_300, scheduler).looks.length).toBe(8)
  })

  test('looks for a second hand now and then', () => {
    const scheduler = createDetectionScheduler()
    const looks: number[] = []
    for (let atMs = 0; atMs < 1000; atMs += FRAME_MS) {
      const isDue = scheduler.isFurtherDue(atMs, 1, 2)
      expect(scheduler.shouldDetect(room, atMs, 1)).toBe(isDue)
      if (isDue) looks.push(atMs)
    }
    expect(looks.length).toBe(
      Math.ceil(1000 / (Math.ceil(DEFAULT_SCHEDULER.furtherEveryMs / FRAME_MS) * FRAME_MS)),
    )
    expect(scheduler.isFurtherDue(2000, 2, 2)).toBe(false)
    expect(scheduler.isFurtherDue(2000, 0, 2)).toBe(false)
  })
})
