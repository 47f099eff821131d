import { describe, expect, it } from 'vitest'
import type { PipelineOutput } from '../../../src/core/pipeline/pipeline.ts'
import { createPipeline } from '../../../src/core/pipeline/pipeline.ts'
import { readRecording } from '../../support/hand/recording.ts'
import { DESKTOP, shippedProject } from '../../support/hand/stage.ts'

/* Landmarks of real hands, see test/support/hand/recording.ts. */

interface Replay {
  readonly outputs: readonly PipelineOutput[]
  /** Gestures that began, in order. */
  readonly began: readonly string[]
  readonly acts: readonly string[]
  /** Share of the frames with a hand in which a gesture is active. */
  readonly shareOf: (gesture: string) => number
}

function replay(name: string, isEngagedPinned = false): Replay {
  const desktop = shippedProject('desktop')
  const project = { ...desktop, classifiers: { ...desktop.classifiers, 'finger-count': {} } }
  const pipeline = createPipeline({ project, desktop: DESKTOP, isEngagedPinned, mode: 'watching' })
  const frames = readRecording(name)
  const outputs = frames.map((frame) => pipeline.step(frame))
  const active = new Set<string>()
  const seen: string[][] = []
  outputs.forEach(({ gestures }, index) => {
    for (const { gesture, phase } of gestures) {
      if (phase === 'began') active.add(gesture)
      if (phase === 'ended' || phase === 'cancelled') active.delete(gesture)
    }
    if (frames[index]?.hands.length) seen.push([...active])
  })
  return {
    outputs,
    began: outputs.flatMap(({ gestures }) =>
      gestures.filter(({ phase }) => phase === 'began').map(({ gesture }) => gesture),
    ),
    acts: outputs.flatMap(({ effects }) =>
      effects.filter(({ effect }) => effect.kind !== 'pointer.move').map(({ cause }) => cause),
    ),
    shareOf: (gesture) => seen.filter((names) => names.includes(gesture)).length / seen.length,
  }
}

describe('recordings of real hands', () => {
  it('hold three swipes, each seen once, in the directions of the user', () => {
    const { began } = replay('swipes')
    expect(began.filter((gesture) => gesture.startsWith('swipe'))).toEqual([
      'swipe.left',
      'swipe.right',
      'swipe.left',
    ])
  })

  it('hold an open palm in nine of ten frames', () => {
    const { shareOf } = replay('open-palm')
    expect(shareOf('pose.open-palm')).toBeGreaterThanOrEqual(0.89)
    expect(shareOf('finger-count.5')).toBeGreaterThanOrEqual(0.89)
  })

  it('hold a thumb that goes up once and stays up', () => {
    const { began, shareOf } = replay('thumb-up')
    expect(began.filter((gesture) => gesture === 'pose.thumbs-up')).toHaveLength(1)
    // The first frames show a fist.
    expect(shareOf('pose.thumbs-up') + shareOf('pose.fist')).toBeGreaterThan(0.9)
  })

  it('do not engage by saying hello', () => {
    const { outputs, acts } = replay('hello-sign')
    expect([...new Set(outputs.map(({ mode }) => mode)), acts]).toEqual(['watching', []])
  })

  it('do next to nothing while somebody fingerspells, even engaged', () => {
    const { acts } = replay('fingerspelling', true)
    expect(acts.length).toBeLessThanOrEqual(2)
  })

  it.each(['swipes', 'thumb-up', 'fingerspelling'])('replay bit for bit: %s', (name) => {
    expect(replay(name, true).outputs).toEqual(replay(name, true).outputs)
  })
})
