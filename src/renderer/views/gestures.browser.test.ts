import { afterEach, expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import type { Project } from '../../core/project/project.ts'
import { ok } from '../../contract/result.ts'
import {
  axeViolations,
  fineState,
  openWindow,
  prefer,
  soon,
  type OpenedWindow,
} from '../testing/page-stage.ts'
import { ARMS_UP, madeUpBody } from '../testing/made-up-body.ts'
import { frameOf, pinchedHand, recordedHand } from '../testing/recorded-frames.ts'

let opened: OpenedWindow
const lastSaved = (): Project | undefined =>
  opened.end.asked
    .filter(({ name }) => name === 'saveProject')
    .map(({ payload }) => (payload as { project: Project }).project)
    .at(-1)
afterEach(() => opened.close())

const binding = {
  ...{ gesture: 'pinch.index', hand: 'either', companions: [] },
  trigger: { mode: 'once', dwellMs: 0, repeatMs: 0, minScore: 0, phase: 'began' },
  action: { kind: 'media', command: 'next' },
}
const project = {
  classifiers: { pinch: { touchRatio: 0.3, partRatio: 0.45 } },
  bindings: [binding],
}

test('the meter fills as the fingers close, and turns past its line', async () => {
  opened = openWindow('gestures', (name) =>
    name === 'saveProject'
      ? ok({ kind: 'saved', revision: '2', inactive: [] })
      : ok(name === 'readProject' ? { project, revision: '1', origin: 'own', inactive: [] } : {}),
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
  const line = document.querySelector<HTMLInputElement>('main input[type=range]')!
  expect(line.value).toBe('70')
  line.focus()
  await userEvent.keyboard('{ArrowRight}{ArrowRight}')
  await soon(() => expect(lastSaved()?.classifiers['pinch']).toMatchObject({ touchRatio: 0.28 }))
  expect(await axeViolations()).toEqual([])

  // Who looks at a card sees its hand perform the gesture, unless they want nothing to move.
  line.blur()
  await prefer('light', 'no-preference')
  line.focus()
  const picture = await soon(() => {
    const found = line.closest('li')?.querySelector('img')
    expect(found).toBeTruthy()
    return found!
  })
  const seen = new Set<string>()
  await soon(() => expect(seen.add(picture.src).size).toBeGreaterThan(3))
  line.blur()
})

test('the meter of a gesture of the body follows the body, and its card shows one', async () => {
  const body = { ...binding, gesture: 'body.arms-up' }
  const gymnast = { classifiers: { body: {} }, bindings: [body] }
  opened = openWindow('gestures', (name) =>
    ok(
      name === 'readProject'
        ? { project: gymnast, revision: '1', origin: 'own', inactive: [] }
        : {},
    ),
  )
  opened.end.tell('state', fineState)
  opened.end.tell('projects', [
    { id: 'desktop', name: 'Desktop', gestures: [{ gesture: 'body.arms-up', does: 'next' }] },
  ])
  const bar = await soon(() => {
    const found = document.querySelector<HTMLElement>('.meter span')
    expect(found).not.toBeNull()
    return found!
  })
  const see = (seen: ReturnType<typeof madeUpBody>, atMs: number): void => {
    opened.bodies.tell({ ...frameOf([], atMs), bodies: [seen] })
    opened.frames.tell(frameOf([], atMs))
  }
  await soon(() => {
    see(madeUpBody(), 100)
    expect(bar.style.transform).toBe('scaleX(0)')
  })
  see(madeUpBody({ places: ARMS_UP }), 1000)
  expect(bar.classList.contains('past')).toBe(true)
  const card = bar.closest('li')
  await soon(() => expect(card?.querySelector('img')).toBeTruthy())
})
