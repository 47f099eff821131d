import { afterEach, expect, test } from 'vitest'
import { ok } from '../../contract/result.ts'
import {
  axeViolations,
  fineState,
  openWindow,
  soon,
  type OpenedWindow,
} from '../testing/page-stage.ts'
import { frameOf, pinchedHand, recordedHand } from '../testing/recorded-frames.ts'

let opened: OpenedWindow
afterEach(() => opened.close())

const binding = {
  ...{ gesture: 'pinch.index', hand: 'either', companions: [] },
  trigger: { mode: 'once', dwellMs: 0, repeatMs: 0, minScore: 0 },
  action: { kind: 'media', command: 'next' },
}
const project = {
  classifiers: { pinch: { touchRatio: 0.3, partRatio: 0.45 } },
  bindings: [binding],
}

test('the meter fills as the fingers close, and turns past its line', async () => {
  opened = openWindow('gestures', (name) =>
    ok(name === 'readProject' ? { project, revision: '1', origin: 'own', inactive: [] } : {}),
  )
  opened.end.tell('state', fineState)
  opened.end.tell('projects', [
    { id: 'desktop', name: 'Desktop', gestures: [{ gesture: 'pinch.index', does: 'next' }] },
  ])
  const bar = await soon(() => {
    const found = document.querySelector<HTMLElement>('.meter span')
    expect(found).not.toBeNull()
    return found!
  })
  const hand = recordedHand()
  const levelAt = async (closed: number, atMs: number): Promise<number> => {
    await soon(() => {
      opened.frames.tell(frameOf([pinchedHand(hand, closed)], atMs))
      expect(bar.style.transform).not.toBe('')
    })
    return Number(/scaleX\((.*)\)/.exec(bar.style.transform)?.[1])
  }
  const open = await levelAt(0, 100)
  expect(bar.classList.contains('past')).toBe(false)
  expect(await levelAt(1, 200)).toBeGreaterThan(open + 0.3)
  expect(bar.classList.contains('past')).toBe(true)
  expect(document.querySelectorAll('.meter i')).toHaveLength(2)
  expect(await axeViolations()).toEqual([])
})
