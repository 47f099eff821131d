import { describe, expect, it } from 'vitest'
import { USUAL_POINTER } from '../pointer/pointer-settings.ts'
import { inEnglish } from '../sentence/sentence.ts'
import { checkProject, inactiveParts } from './check-project.ts'
import type { Project } from './project.ts'

const project = (more: Partial<Project>): Project => ({
  version: 1,
  id: 'test',
  name: 'Test',
  about: '',
  pointer: USUAL_POINTER,
  classifiers: { pose: {}, pinch: { touchRatio: 0.2 } },
  bindings: [],
  clicksEnabled: true,
  gesturesEnabled: true,
  switching: { rules: [], isSticky: false },
  ...more,
})
const bound = (gesture: `${string}.${string}`): Project['bindings'][number] => ({
  gesture,
  hand: 'either',
  trigger: { mode: 'once', dwellMs: 0, repeatMs: 0, minScore: 0, phase: 'began' },
  companions: [],
  action: { kind: 'media', command: 'next' },
})

describe('checking a project', () => {
  it('finds nothing wrong with a good one', () => {
    expect(checkProject(project({ bindings: [bound('pose.fist'), bound('pinch.two')] }))).toEqual(
      [],
    )
  })
  it('names options that do not exist or do not fit', () => {
    const classifiers = { pinch: { touchRatio: 7, speed: 1 } }
    const problems = checkProject(project({ classifiers }))
    expect(problems.map(({ path }) => path)).toEqual([
      ['classifiers', 'pinch'],
      ['classifiers', 'pinch'],
    ])
    expect(problems.map(({ message }) => message)).toEqual([
      'classifier "pinch": option "speed" is not known; known are "touchRatio", "partRatio", "fitsHand"',
      'classifier "pinch": option "touchRatio" must be a number from 0.05 to 0.5 (palm lengths), not 7',
    ])
  })
  it('keeps classifiers that do not exist, as doing nothing', () => {
    const strange = project({ classifiers: { telepathy: { range: 7 } } })
    expect(checkProject(strange)).toEqual([])
    const parts = inactiveParts(strange).map(({ path, message }) => [path, inEnglish(message)])
    expect(parts).toEqual([
      [
        ['classifiers', 'telepathy'],
        expect.stringContaining('classifier "telepathy" is not known; known are "two-hands"'),
      ],
    ])
  })
  it('keeps, as doing nothing, gestures that nothing gives, that are no gesture, or whose classifier does not run', () => {
    const bindings = [bound('wink.left'), bound('pose.none'), bound('swipe.left')]
    expect(
      inactiveParts(project({ bindings })).map(({ path, message }) => [
        path[1],
        inEnglish(message),
      ]),
    ).toEqual([
      [0, 'no classifier gives gesture "wink.left"'],
      [1, expect.stringContaining('gesture "pose.none" is not known')],
      [2, 'gesture "swipe.left" needs classifier "swipe", which is not enabled'],
    ])
  })
  it('takes words that are spelled where letters are read, and says where they are not', () => {
    const bindings = [bound('spelled.VOL')]
    expect(inactiveParts(project({ bindings, classifiers: { 'sign-letters': {} } }))).toEqual([])
    expect(inactiveParts(project({ bindings })).map(({ message }) => message)).toEqual([
      'gesture "spelled.VOL" needs classifier "sign-letters", which is not enabled',
    ])
    expect(inactiveParts(project({ bindings: [bound('spelled.v2')] }))).toHaveLength(1)
  })
})
