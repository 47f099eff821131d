import { expect, test } from 'vitest'
import type { HeardLetter } from '../../../src/core/classifier/classifier.ts'
import { createPipeline } from '../../../src/core/pipeline.ts'
import type { Mode } from '../../../src/core/gesture/mode.ts'
import { makeFrame, makeHand } from '../../support/hand/make-hand.ts'
import { DESKTOP, shippedProject } from '../../support/hand/stage.ts'

/** What is typed while these are heard, each for some frames. */
function typed(heard: readonly (readonly [label: string, frames: number])[], mode: Mode): string {
  const project = shippedProject('spelling')
  const isEngagedPinned = mode === 'engaged'
  const pipeline = createPipeline({ project, desktop: DESKTOP, isEngagedPinned, mode })
  let text = ''
  let atMs = 0
  const step = (letter: HeardLetter): void => {
    const { effects } = pipeline.step(makeFrame(atMs, [makeHand({ shape: 'fist' })]), letter)
    for (const { effect } of effects) if (effect.kind === 'key.text') text += effect.text
    atMs += 33
  }
  // A hand that has just come may not begin anything.
  for (let at = 0; at < 15; at++) step({ label: 'none', score: 1 })
  for (const [label, frames] of heard) {
    for (let at = 0; at < frames; at++) step({ label, score: 0.9 })
  }
  return text
}

test('each letter is typed once, however long it is held', () => {
  expect(
    typed(
      [
        ['A', 30],
        ['none', 5],
        ['S', 3],
        ['L', 10],
      ],
      'engaged',
    ),
  ).toBe('asl')
})

test('a frame of none makes a double letter', () => {
  expect(
    typed(
      [
        ['L', 10],
        ['none', 1],
        ['L', 10],
      ],
      'engaged',
    ),
  ).toBe('ll')
})

test('nothing is typed before somebody engages', () => {
  expect(typed([['A', 30]], 'watching')).toBe('')
})
