import { expect, test } from 'vitest'
import type { CameraCommand } from '../../../contract/channels/status.ts'
import { inEnglish } from '../../../core/sentence/sentence.ts'
import { closedCamera, stepCamera, type CameraEvent, type CameraState } from './camera-machine.ts'

const webcam: CameraCommand = {
  open: true,
  source: { kind: 'device', label: 'HD Webcam' },
  isSourceMirrored: false,
}
const bright = { widthPx: 640, heightPx: 480, meanLuma: 120 }
const dark = { ...bright, meanLuma: 2 }

type Timed = readonly [atMs: number, event: CameraEvent]
const play = (events: readonly Timed[], from = closedCamera): CameraState =>
  events.reduce((state, [atMs, event]) => stepCamera(state, event, atMs), from)

const ordered: Timed = [0, { kind: 'ordered', command: webcam }]
const opened: Timed = [100, { kind: 'opened', label: 'HD Webcam' }]
const live = play([ordered, opened, [200, { kind: 'looked', look: bright }]])
const kindAfter = (events: readonly Timed[], from = live): string => play(events, from).status.kind

/** Frames keep coming until `untilMs`, all looking like `look`. */
const looks = (look: typeof bright, fromMs: number, untilMs: number): Timed[] =>
  Array.from({ length: (untilMs - fromMs) / 500 + 1 }, (_, index): Timed[] => [
    [fromMs + index * 500, { kind: 'looked', look }],
    [fromMs + index * 500, { kind: 'pulse', pictures: 15 }],
  ]).flat()

test('is live once a picture came, not before', () => {
  expect(kindAfter([ordered, opened], closedCamera)).toBe('opening')
  expect(live.status).toEqual({ kind: 'live', label: 'HD Webcam', widthPx: 640, heightPx: 480 })
})

test('asks for one opening per source', () => {
  expect(live.attempt).toBe(1)
  expect(play([ordered], live).attempt).toBe(1)
  const demo: CameraCommand = { ...webcam, source: { kind: 'demo', script: 'tour', loop: true } }
  expect(play([[0, { kind: 'ordered', command: demo }]], live).attempt).toBe(2)
})

test('does not interrupt the picture when only the mirror changes', () => {
  const command = { ...webcam, isSourceMirrored: true }
  const after = play([[300, { kind: 'ordered', command }]], live)
  expect([after.attempt, after.status.kind]).toEqual([1, 'live'])
})

test('is closed by the order and hears nothing more', () => {
  const closed = play([[300, { kind: 'ordered', command: { ...webcam, open: false } }]], live)
  expect(closed.status).toEqual({ kind: 'closed' })
  expect(kindAfter(looks(bright, 400, 900), closed)).toBe('closed')
})

test.each(['missing', 'busy', 'denied'] as const)('says %s in words and tries again', (failure) => {
  const state = play([ordered, [500, { kind: 'failed', failure }]], closedCamera)
  expect(state.status.kind).toBe(failure)
  const said = 'message' in state.status ? inEnglish(state.status.message) : ''
  expect(said).toMatch(/^[A-Z].*\.$/)
  const retried = play([[1500, { kind: 'pulse', pictures: 0 }]], state)
  expect([retried.status.kind, retried.attempt]).toEqual(['opening', 2])
})

test('waits longer after each failure, up to four seconds', () => {
  let state = play([ordered])
  const waits = []
  for (let atMs = 1000; waits.length < 5; atMs += 10_000) {
    state = play([[atMs, { kind: 'failed', failure: 'busy' }]], state)
    waits.push((state.retryAtMs ?? 0) - atMs)
  }
  expect(waits).toEqual([1000, 2000, 4000, 4000, 4000])
})

test('finds an unplugged camera again at once when devices change', () => {
  const gone = play([[300, { kind: 'unplugged' }]], live)
  expect(gone.status).toMatchObject({ kind: 'missing', label: 'HD Webcam' })
  const back = play([[350, { kind: 'devices-changed' }]], gone)
  expect([back.status.kind, back.attempt]).toEqual(['opening', 2])
})

test('is not disturbed by devices that come and go while it works', () => {
  expect(play([[300, { kind: 'devices-changed' }]], live)).toEqual(live)
})

test('is black after a second and a half of darkness, not for a blink', () => {
  expect(kindAfter(looks(dark, 500, 1500))).toBe('live')
  expect(kindAfter(looks(dark, 500, 2000))).toBe('black')
})

test('is live again with the first bright picture', () => {
  const black = play(looks(dark, 500, 2500), live)
  expect(kindAfter([[3000, { kind: 'looked', look: bright }]], black)).toBe('live')
})

test('is frozen within three seconds of the last picture', () => {
  const pulses: Timed[] = [700, 1200, 1700, 2200, 2700].map((atMs) => [
    atMs,
    { kind: 'pulse', pictures: 0 },
  ])
  expect(kindAfter(pulses)).toBe('frozen')
  expect(kindAfter(pulses.slice(0, 3))).toBe('live')
})

test('opens a frozen camera anew, and is live again when pictures come before that', () => {
  const frozen = play([[2500, { kind: 'pulse', pictures: 0 }]], live)
  expect(play([[7000, { kind: 'pulse', pictures: 0 }]], frozen).attempt).toBe(2)
  const moving = play([[3000, { kind: 'looked', look: bright }]], frozen)
  expect([moving.status.kind, moving.retryAtMs]).toEqual(['live', undefined])
})

test('does not take a slow opening for a frozen camera', () => {
  expect(kindAfter([[9000, { kind: 'pulse', pictures: 0 }]], play([ordered]))).toBe('opening')
})

test('ends with its video, and plays it again when it is chosen again', () => {
  const command: CameraCommand = {
    ...webcam,
    source: { kind: 'file', url: '/v.webm', label: 'v.webm' },
  }
  const over = play([
    [0, { kind: 'ordered', command }],
    [100, { kind: 'opened', label: 'v.webm' }],
    [900, { kind: 'over' }],
  ])
  expect(over.status).toEqual({ kind: 'ended', label: 'v.webm' })
  expect(play([[1000, { kind: 'ordered', command }]], over).attempt).toBe(2)
})

test('does not try an unreadable video over and over', () => {
  const state = play([ordered, [500, { kind: 'failed', failure: 'unreadable' }]])
  expect(kindAfter([[60_000, { kind: 'pulse', pictures: 0 }]], state)).toBe('unreadable')
})

test('gives the same status object while nothing changes', () => {
  expect(play(looks(bright, 500, 3000), live).status).toBe(live.status)
})
