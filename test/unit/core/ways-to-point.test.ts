import { describe, expect, it } from 'vitest'
import type { PointerSettings } from '../../../src/core/pointer/pointer-settings.ts'
import { desktopOf } from '../../../src/core/geometry/desktop.ts'
import type { Desktop, ScreenPoint } from '../../../src/core/geometry/point.ts'
import { shippedProject, Stage } from '../../support/hand/stage.ts'

const project = shippedProject('desktop')

function ready(pointer: Partial<PointerSettings>, desktop?: Desktop): Stage {
  const stage = new Stage({
    project: { ...project, pointer: { ...project.pointer, ...pointer } },
    isEngagedPinned: true,
    mode: 'engaged',
    ...(desktop === undefined ? {} : { desktop }),
  })
  return stage.show('relaxed', { at: [0.65, 0.55] }).wait(700)
}
function at(stage: Stage): ScreenPoint {
  const { pointer } = stage.last
  if (pointer === undefined) throw new Error('expected a pointer')
  return pointer
}
const travelX = (stage: Stage, to: readonly [number, number], ms: number): number => {
  const before = at(stage).x
  stage.moveTo(to, ms).wait(300)
  return at(stage).x - before
}

describe('the absolute pointer on several monitors', () => {
  const LEFT = { left: -1280, top: 300, width: 1280, height: 720 }
  const RIGHT = { left: 0, top: 0, width: 3840, height: 2160 }
  const desktop = desktopOf([LEFT, RIGHT])!

  it.each([
    ['top left of the left', [0, 0.3], { x: -1280, y: 300 }],
    ['bottom right of the right', [1, 1], { x: 3839, y: 2159 }],
    ['top right of the right', [1, 0], { x: 3839, y: 0 }],
    ['bottom left of the left', [0, 0.62], { x: -1280, y: 1019 }],
  ] as const)('reaches the %s', (_, to, corner) => {
    const stage = ready({}, desktop)
    for (let round = 0; round < 2; round += 1) stage.moveTo(to, 900).wait(500)
    const { x, y } = at(stage)
    expect(x).toBe(corner.x)
    // The edges of the box are reached exactly; a corner inside it as near as the hand is led.
    if (to[1] === 0 || to[1] === 1) expect(y).toBe(corner.y)
  })
  it('never leaves the monitors on the way', () => {
    const stage = ready({}, desktop)
    for (const to of [
      [0, 0],
      [1, 1],
      [0, 1],
      [0.3, 0.2],
    ] as const)
      stage.moveTo(to, 500)
    const places = stage.effects().flatMap((one) => (one.kind === 'pointer.move' ? [one.to] : []))
    const isOn = ({ x, y }: ScreenPoint): boolean =>
      x >= 0 ? y >= 0 && y < 2160 : x >= -1280 && y >= 300 && y < 1020
    expect(places.filter((place) => !isOn(place))).toEqual([])
  })
})

describe('the relative pointer', () => {
  const relative = { mode: 'relative' } as const

  it('goes as far as the hand, from where it is', () => {
    const stage = ready(relative)
    expect(at(stage)).toEqual({ x: 960, y: 540 })
    // A palm length of 0.15 image heights to the right, slowly.
    expect(travelX(stage, [0.65 + (0.15 * 3) / 4, 0.55], 3000)).toBeGreaterThan(380)
  })
  it('goes farther when the hand is fast', () => {
    const far = [0.65 + (0.15 * 3) / 4, 0.55] as const
    expect(travelX(ready(relative), far, 250)).toBeGreaterThan(
      1.25 * travelX(ready(relative), far, 4000),
    )
  })
  it('is lifted by a fist, and goes on from where it was', () => {
    const stage = ready(relative)
    stage.hold('fist', 400)
    const before = at(stage)
    stage.moveTo([0.3, 0.3], 800)
    expect(at(stage)).toEqual(before)
    stage.show('relaxed').wait(500)
    expect(Math.abs(at(stage).x - before.x)).toBeLessThan(25)
    stage.moveTo([0.35, 0.3], 600).wait(300)
    expect(at(stage).x).toBeGreaterThan(before.x + 50)
  })
  it('is lifted by any hand that does not point, where the project says so', () => {
    const stage = ready({
      ...relative,
      relative: { pxPerPalm: 450, acceleration: 1, clutch: 'relaxed' },
    })
    expect(travelX(stage, [0.8, 0.55], 600)).toBe(0)
    stage.hold('point', 500)
    expect(travelX(stage, [0.65, 0.55], 600)).toBeLessThan(-100)
  })
  it('stays at an edge, and comes back at once', () => {
    const stage = ready(relative)
    for (let swing = 0; swing < 4; swing += 1) {
      stage
        .moveTo([0.95, 0.55], 300)
        .hold('fist', 300)
        .moveTo([0.4, 0.55], 300)
        .wait(200)
        .show('relaxed')
        .wait(400)
    }
    expect(at(stage).x).toBe(1919)
    stage.moveTo([0.3, 0.55], 500).wait(200)
    expect(at(stage).x).toBeLessThan(1800)
  })
})

describe('clicking by keeping still', () => {
  const dwelling = (more: Partial<PointerSettings['dwell']> = {}): Stage =>
    ready({ clickSource: 'dwell', dwell: { ...project.pointer.dwell, ...more } })
      .moveTo([0.55, 0.5], 500)
      .forget()
  const kinds = (stage: Stage): string[] => stage.acts().map(({ kind }) => kind)

  it('clicks once where the cursor rests, after lock-on and dwell', () => {
    const stage = dwelling().wait(1200)
    expect(kinds(stage)).toEqual([])
    stage.wait(700)
    expect(stage.acts()).toEqual([
      { kind: 'pointer.click', button: 'left', count: 1, at: at(stage) },
    ])
    expect(kinds(stage.wait(4000))).toEqual(['pointer.click'])
  })
  it('fills the ring on the way', () => {
    const ratios = dwelling()
      .wait(1300)
      .outputs.map(({ progress }) => progress)
    expect(ratios.at(-1)?.kind).toBe('hold')
    expect(ratios.at(-1)?.ratio).toBeGreaterThan(0.6)
  })
  it('starts over when the cursor leaves the circle', () => {
    const stage = dwelling().wait(1200).moveTo([0.45, 0.45], 300).wait(800)
    expect(kinds(stage)).toEqual([])
  })
  it('clicks again only somewhere else', () => {
    const stage = dwelling().wait(2500).moveTo([0.45, 0.45], 400).wait(2500)
    expect(kinds(stage)).toEqual(['pointer.click', 'pointer.click'])
  })
  it('does not click with a hand that rests', () => {
    expect(kinds(dwelling().hold('fist', 4000))).toEqual([])
  })
  it.each([
    ['right', { kind: 'pointer.click', button: 'right', count: 1 }],
    ['double', { kind: 'pointer.click', button: 'left', count: 2 }],
  ] as const)('does a %s click where that is chosen', (click, effect) => {
    expect(dwelling({ click }).wait(2500).acts()).toMatchObject([effect])
  })
  it('drags from one dwell to the next', () => {
    const stage = dwelling({ click: 'drag' }).wait(2500)
    expect(kinds(stage)).toEqual(['pointer.press'])
    expect(kinds(stage.moveTo([0.45, 0.45], 400).wait(2500))).toEqual([
      'pointer.press',
      'pointer.release',
    ])
  })
  it.each([
    ['the hand is lost', (stage: Stage) => stage.vanish().wait(150)],
    ['it is paused', (stage: Stage) => stage.setMode('paused')],
    ['the project is switched', (stage: Stage) => stage.setProject(project)],
  ])('lets go of a drag when %s', (_, happens) => {
    const stage = dwelling({ click: 'drag' }).wait(2500).forget()
    expect(kinds(happens(stage))).toEqual(['pointer.release'])
  })
  it('leaves pinches alone, or out, as is chosen', () => {
    expect(kinds(dwelling().pinch('index'))).toEqual([])
    const both = ready({ clickSource: 'both' }).forget().pinch('index')
    expect(kinds(both)).toEqual(['pointer.click'])
  })
})
