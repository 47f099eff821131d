import { expect, test } from 'vitest'
import { momentOf, scriptDurationMs, type DemoScript } from './demo-script.ts'
import { demoTruth } from './demo-truth.ts'
import { demoScripts } from './scripts.ts'

const script: DemoScript = {
  handedness: 'right',
  start: { x: 0.6, y: 0.5 },
  pose: 'open-palm',
  steps: [
    { forMs: 1000 },
    { forMs: 400, pose: 'point' },
    { forMs: 1000, to: { x: 0.8, y: 0.4 } },
    { forMs: 2000, circle: { radius: 0.12, turns: 1 } },
    { forMs: 500, isAway: true },
  ],
}

test('holds, changes shape, moves and leaves when the script says so', () => {
  const at = (atMs: number) => demoTruth(script, atMs)
  expect(at(0)).toEqual({
    position: { x: 0.6, y: 0.5 },
    pose: 'open-palm',
    isSettled: true,
    visible: true,
  })
  expect(at(1150)).toMatchObject({ pose: 'open-palm', isSettled: false })
  expect(at(1250)).toMatchObject({ pose: 'point', isSettled: false })
  expect(at(1400)).toMatchObject({ pose: 'point', isSettled: true })
  expect(at(2400).position).toEqual({ x: 0.8, y: 0.4 })
  expect(at(4500).visible).toBe(false)
  expect(at(60_000)).toMatchObject({ position: { x: 0.8, y: 0.4 }, visible: false })
})

test('draws a circle that is round on the screen and ends where it began', () => {
  const centre = { x: 0.8 - 0.12 * 0.75, y: 0.4 }
  for (let atMs = 2400; atMs <= 4400; atMs += 50) {
    const { x, y } = momentOf(script, atMs)
    expect(Math.hypot((x - centre.x) * (4 / 3), y - centre.y)).toBeCloseTo(0.12)
  }
})

test('never jumps: no more than a twentieth of the picture between two frames, swipes aside', () => {
  for (let atMs = 0; atMs < 4400; atMs += 33) {
    const [one, next] = [momentOf(script, atMs), momentOf(script, atMs + 33)]
    expect(Math.hypot(next.x - one.x, next.y - one.y)).toBeLessThan(0.05)
  }
})

test.each(Object.entries(demoScripts))(
  'script %s engages, stays in the picture and leaves',
  (_, played) => {
    for (let atMs = 0; atMs <= 1500; atMs += 100) {
      expect(demoTruth(played, atMs)).toMatchObject({
        pose: 'open-palm',
        isSettled: true,
        visible: true,
      })
    }
    for (let atMs = 0; atMs < scriptDurationMs(played); atMs += 50) {
      const { x, y } = momentOf(played, atMs)
      expect(Math.min(x, y)).toBeGreaterThan(0.2)
      expect(Math.max(x, y)).toBeLessThan(0.8)
    }
    expect(demoTruth(played, scriptDurationMs(played)).visible).toBe(false)
  },
)

test('the lost drag is cut off while it moves', () => {
  const played = demoScripts['drag-lost']
  const lostAtMs = scriptDurationMs(played) - 3000
  expect(demoTruth(played, lostAtMs - 1)).toMatchObject({ pose: 'pinch-index', visible: true })
  expect(demoTruth(played, lostAtMs).visible).toBe(false)
})
