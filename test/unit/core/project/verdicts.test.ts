import { describe, expect, it } from 'vitest'
import type { Binding, Project } from '../../../../src/core/project/project.ts'
import { shippedProject, Stage, type StageOptions } from '../../../support/hand/stage.ts'

const fist: Binding = {
  gesture: 'pose.fist',
  hand: 'either',
  trigger: { mode: 'once', dwellMs: 0, repeatMs: 0, minScore: 0, phase: 'began' },
  companions: [],
  action: { kind: 'media', command: 'play-pause' },
}
const waitsFor = (trigger: Partial<Binding['trigger']>, more: Partial<Binding> = {}): Binding => ({
  ...{ ...fist, ...more },
  trigger: { ...fist.trigger, ...trigger },
})
const project = (...bindings: readonly Binding[]): Project => ({
  ...shippedProject('desktop'),
  bindings,
})
const explained = (bindings: readonly Binding[], more: StageOptions = {}): Stage =>
  new Stage({
    ...{ isExplained: true, isEngagedPinned: true, mode: 'engaged' },
    ...{ project: project(...bindings), ...more },
  })
    .show('relaxed')
    .wait(600)
    .forget()
const shown = (...bindings: readonly Binding[]): string[] =>
  explained(bindings).hold('fist', 600).hold('relaxed', 400).verdicts()

describe('what becomes of a binding', () => {
  it('is said once for each life of its gesture', () => {
    expect(shown(fist)).toEqual(['pose.fist: acted'])
    expect(shown(waitsFor({ mode: 'repeat', repeatMs: 100 }))).toEqual(['pose.fist: acted'])
    expect(shown(waitsFor({ dwellMs: 300 }))).toEqual(['pose.fist: acted'])
    expect(shown(waitsFor({ phase: 'ended' }))).toEqual(['pose.fist: acted'])
  })

  it.each([
    ['too short for its dwell', waitsFor({ dwellMs: 2000 }), 'too-short'],
    [
      'without the other gesture that it needs',
      waitsFor({}, { companions: [{ kind: 'held', gesture: 'pose.ok', hand: 'other' }] }),
      'without-company',
    ],
  ])('is said of a gesture %s', (_name, binding, outcome) => {
    expect(shown(binding)).toEqual([`pose.fist: ${outcome}`])
  })

  it('is said of one that is never sure enough', () => {
    const unsure = waitsFor({ minScore: 1 }, { gesture: 'pinch.index' })
    expect(explained([unsure]).pinch('index').wait(300).verdicts()).toEqual([
      'pinch.index: too-unsure',
    ])
  })

  it('is said of a click where nothing points', () => {
    const click = waitsFor({}, { action: { kind: 'pointer.click', button: 'left', count: 1 } })
    const { pointer, ...rest } = project(click)
    const still = { ...rest, pointer: { ...pointer, enabled: false } }
    const stage = explained([], { project: still }).hold('fist', 400)
    expect(stage.verdicts()).toEqual(['pose.fist: nothing-there'])
  })

  it('is said of a hand that moves about', () => {
    const stage = explained([waitsFor({ dwellMs: 500 })]).show('fist')
    for (let round = 0; round < 4; round += 1) stage.moveTo([0.4, 0.5], 250).moveTo([0.7, 0.5], 250)
    expect(stage.hold('relaxed', 300).verdicts()).toEqual(['pose.fist: moved'])
  })

  it('is said of one that asks for less than another, which acts', () => {
    const picky = waitsFor(
      {},
      { companions: [{ kind: 'after', gesture: 'pose.victory', hand: 'either', withinMs: 5000 }] },
    )
    const stage = explained([fist, picky]).hold('victory', 400).hold('fist', 400)
    expect(stage.verdicts()).toEqual(['pose.fist: outdone', 'pose.fist: acted'])
  })

  it('is said where nobody is in control, where it is switched off, and of what a hand brings along', () => {
    const watching = explained([fist], { isEngagedPinned: false, mode: 'watching' })
    expect(watching.hold('fist', 400).verdicts()).toEqual(['pose.fist: not-engaged'])
    const off = explained([], { project: { ...project(fist), gesturesEnabled: false } })
    expect(off.hold('fist', 400).verdicts()).toEqual(['pose.fist: switched-off'])
    const brought = explained([fist]).vanish().wait(2000).forget().show('fist').wait(1000)
    expect(brought.verdicts()).toEqual(['pose.fist: brought'])
  })

  it('is said of a gesture that is lost with its hand', () => {
    const stage = explained([waitsFor({ dwellMs: 3000 })])
      .hold('fist', 600)
      .vanish()
      .wait(1500)
    expect(stage.verdicts()).toEqual(['pose.fist: cancelled'])
  })

  it('is not said, and changes nothing else, where nobody asks', () => {
    const [asked, not] = [true, false].map((isExplained) =>
      explained([fist, waitsFor({ dwellMs: 300 })], { isExplained })
        .hold('fist', 600)
        .wait(300),
    )
    const plain = (stage: Stage | undefined): object[] =>
      (stage?.outputs ?? []).map((output) => ({ ...output, verdicts: [] }))
    expect(plain(asked)).toEqual(not?.outputs)
    expect(not?.verdicts()).toEqual([])
  })
})
