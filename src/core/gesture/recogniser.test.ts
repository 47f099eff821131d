import { describe, expect, it } from 'vitest'
import type { LabelTiming } from '../classifier/classifier.ts'
import { cancelRecogniser, IDLE, recognise } from './recogniser.ts'
import type { RecogniserKey, RecogniserState } from './recogniser.ts'

const TIMING: LabelTiming = { enterMs: 60, exitMs: 100, needsFreshStart: false, upgrades: [] }
const laneWith = (timing: Partial<LabelTiming>): RecogniserKey => ({
  classifier: 'pose',
  hand: 'right',
  timing: { ...TIMING, ...timing },
})

/** Reads `label` every 20 ms for as long as each entry says and tells what came out, with times. */
function play(
  lane: RecogniserKey,
  script: readonly (readonly [label: string, forMs: number])[],
  { newbornMs = 0 } = {},
): { readonly said: string[]; readonly state: RecogniserState } {
  let state = IDLE
  let atMs = 0
  const said: string[] = []
  for (const [label, forMs] of script) {
    for (const endMs = atMs + forMs; atMs < endMs; atMs += 20) {
      const mayNotBegin = atMs < newbornMs
      const step = recognise(state, lane, { atMs, label, score: 1, mayNotBegin })
      state = step.state
      for (const { gesture, phase, reason } of step.events) {
        if (phase !== 'changed') said.push([gesture, phase, reason, atMs].filter(Boolean).join(' '))
      }
    }
  }
  return { said, state }
}

describe('a recogniser', () => {
  it('begins when a label has lasted long enough, and not before', () => {
    expect(play(laneWith({}), [['fist', 60]]).said).toEqual([])
    expect(play(laneWith({}), [['fist', 80]]).said).toEqual(['pose.fist began 60'])
  })

  it('ends when none has lasted long enough', () => {
    const script = [
      ['fist', 100],
      ['none', 200],
    ] as const
    expect(play(laneWith({}), script).said).toEqual(['pose.fist began 60', 'pose.fist ended 200'])
  })

  it('is not disturbed by a short gap', () => {
    const script = [
      ['fist', 100],
      ['none', 60],
      ['fist', 100],
    ] as const
    expect(play(laneWith({}), script).said).toEqual(['pose.fist began 60'])
  })

  it('ends one label and begins the next in the same frame', () => {
    const script = [
      ['fist', 100],
      ['point', 100],
    ] as const
    expect(play(laneWith({}), script).said).toEqual([
      'pose.fist began 60',
      'pose.fist ended 160',
      'pose.point began 160',
    ])
  })

  it('overrules a label that grows into another at once', () => {
    const lane = laneWith({ enterMs: 0, exitMs: 0, upgrades: [['index', 'two']] })
    expect(
      play(lane, [
        ['index', 40],
        ['two', 40],
        ['none', 20],
      ]).said,
    ).toEqual([
      'pose.index began',
      'pose.index cancelled overruled 40',
      'pose.two began 40',
      'pose.two ended 80',
    ])
  })

  it('waits until a hand is no longer new, but no longer', () => {
    expect(play(laneWith({}), [['fist', 400]], { newbornMs: 300 }).said).toEqual([
      'pose.fist began 300',
    ])
  })

  it('does not begin what the hand brought along, where a fresh start is needed', () => {
    const lane = laneWith({ enterMs: 0, exitMs: 0, needsFreshStart: true })
    const script = [
      ['index', 400],
      ['none', 40],
      ['index', 20],
    ] as const
    expect(play(lane, script, { newbornMs: 300 }).said).toEqual(['pose.index began 440'])
  })

  it('cancels what is active with the reason, and only then', () => {
    const { state } = play(laneWith({}), [['fist', 100]])
    const cancelled = cancelRecogniser(state, laneWith({}), 'hand-lost', 100)
    expect(cancelled.events).toEqual([
      {
        gesture: 'pose.fist',
        hand: 'right',
        phase: 'cancelled',
        reason: 'hand-lost',
        atMs: 100,
        score: 1,
        heldMs: 40,
      },
    ])
    expect(cancelRecogniser(cancelled.state, laneWith({}), 'quit', 120).events).toEqual([])
  })

  it('does not begin again by itself what a project switch cancelled', () => {
    const lane = laneWith({})
    const { state } = play(lane, [['fist', 100]])
    let after = cancelRecogniser(state, lane, 'project-switched', 100).state
    const phases: string[] = []
    for (let atMs = 120; atMs < 600; atMs += 20) {
      const step = recognise(after, lane, { atMs, label: 'fist', score: 1, mayNotBegin: false })
      after = step.state
      phases.push(...step.events.map(({ phase }) => phase))
    }
    expect(phases).toEqual([])
  })
})
