import { expect, test } from 'vitest'
import type { LetterReading } from '../../../src/core/classifier/classifier.ts'
import type { Effect } from '../../../src/core/action/effect.ts'
import { createPipeline } from '../../../src/core/pipeline/pipeline.ts'
import type { Mode } from '../../../src/core/gesture/mode.ts'
import type { Project } from '../../../src/core/project/project.ts'
import { makeFrame, makeHand } from '../../support/hand/make-hand.ts'
import { DESKTOP, shippedProject } from '../../support/hand/stage.ts'

type Heard = readonly (readonly [label: string, frames: number])[]

/** What is typed while these are heard, each for some frames. */
function typed(heard: Heard, mode: Mode): string {
  return done(heard, mode, shippedProject('spelling'))
    .flatMap((effect) => (effect.kind === 'key.text' ? effect.text : []))
    .join('')
}

function done(heard: Heard, mode: Mode, project: Project): readonly Effect[] {
  const isEngagedPinned = mode === 'engaged'
  const pipeline = createPipeline({ project, desktop: DESKTOP, isEngagedPinned, mode })
  const sent: Effect[] = []
  let atMs = 0
  const step = (letter: LetterReading): void => {
    const { effects } = pipeline.step(makeFrame(atMs, [makeHand({ shape: 'fist' })]), { letter })
    for (const { effect } of effects) if (effect.kind !== 'pointer.move') sent.push(effect)
    atMs += 33
  }
  // A hand that has just come may not begin anything.
  for (let at = 0; at < 15; at++) step({ label: 'none', score: 1 })
  for (const [label, frames] of heard) {
    for (let at = 0; at < frames; at++) step({ label, score: 0.9 })
  }
  return sent
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

const VOLUME_UP: Effect = { kind: 'volume.step', stepRatio: 0.1 }
/** A project without letters of its own, in which VOL turns the volume up. */
const commands: Project = {
  ...shippedProject('spelling'),
  bindings: [
    {
      ...{ gesture: 'spelled.VOL', hand: 'either', companions: [] },
      trigger: { mode: 'once', dwellMs: 0, repeatMs: 0, minScore: 0, phase: 'began' },
      action: { kind: 'volume.step', stepRatio: 0.1 },
    },
  ],
}
const VOL: Heard = [
  ['V', 12],
  ['O', 12],
  ['L', 12],
]

test('a word that is spelled does what the project binds to it, once', () => {
  expect(done([...VOL, ['none', 30]], 'engaged', commands)).toEqual([VOLUME_UP])
  expect(done([['E', 12], ...VOL, ['none', 30]], 'engaged', commands)).toEqual([])
})

test('a word does nothing before somebody engages', () => {
  expect(done([...VOL, ['none', 30]], 'watching', commands)).toEqual([])
})
