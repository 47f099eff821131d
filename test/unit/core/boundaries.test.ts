import { expect, it } from 'vitest'
import { NONE, type ClassifierEntry } from '../../../src/core/classifier/classifier.ts'
import { resolveOptions } from '../../../src/core/classifier/options.ts'
import { classifierById } from '../../../src/core/classifier/registry.ts'
import { NO_HANDS, SIDES, trackHands } from '../../../src/core/hand/hand-tracks.ts'
import type { HandFrame } from '../../../src/core/hand/hand-frame.ts'
import { readRecording } from '../../support/hand/recording.ts'
import { Stage } from '../../support/hand/stage.ts'

/** Scores of labels in the frames in which they begin, each with the boundary that is named for them. */
function beginnings(entry: ClassifierEntry, frames: readonly HandFrame[]): [number, number][] {
  const resolved = resolveOptions(entry.options, {})
  if (!resolved.ok) throw new Error('defaults do not fit')
  const running = entry.create(resolved.options)
  let state = running.initial
  let tracks = NO_HANDS
  const before = new Map<string, string>()
  return frames.flatMap((frame) => {
    tracks = trackHands(tracks, frame)
    const hands = SIDES.flatMap((side) => {
      const track = tracks[side]
      return track?.absentMs === 0 ? [{ ...track, side }] : []
    })
    const step = running.step(state, { atMs: frame.atMs, hands })
    state = step.state
    return step.readings.flatMap(({ hand, label, score }): [number, number][] => {
      const isNew = label !== NONE && before.get(hand) !== label
      before.set(hand, label)
      return isNew ? [[score, entry.beginsAt(label, resolved.options)]] : []
    })
  })
}
const disposeStack = new Stage({ isEngagedPinned: true })
for (const finger of ['index', 'middle', 'two'] as const) {
  disposeStack.show('relaxed').wait(800).close(finger, 1500).open(finger, 1500)
}
const poses = ['fingerspelling', 'hello-sign', 'open-palm', 'thumb-up'].map(readRecording)

it.each([
  ['pose', poses],
  ['swipe', [readRecording('swipes')]],
  ['pinch', [disposeStack.frames]],
])('%s says nothing below its boundary, and begins near it', (id, recordings) => {
  const entry = classifierById(id)
  if (!entry) throw new Error(id)
  const begun = recordings.flatMap((frames) => beginnings(entry, frames))
  expect(begun.length).toBeGreaterThan(1)
  expect(begun.filter(([score, boundary]) => score < boundary)).toEqual([])
  expect(Math.min(...begun.map(([score, boundary]) => score - boundary))).toBeLessThan(0.2)
})
