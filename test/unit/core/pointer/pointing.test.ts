import { describe, expect, it } from 'vitest'
import type { ScreenPoint } from '../../../../src/core/geometry/point.ts'
import { DESKTOP, shippedProject, Stage } from '../../../support/hand/stage.ts'

const ready = (options: ConstructorParameters<typeof Stage>[0] = {}): Stage =>
  new Stage(options).engage().wait(300).forget()

const moves = (stage: Stage): ScreenPoint[] =>
  stage.effects().flatMap((effect) => (effect.kind === 'pointer.move' ? [effect.to] : []))

const steps = (path: readonly ScreenPoint[]): number[] =>
  path.slice(1).map(({ x, y }, index) => Math.hypot(x - path[index]!.x, y - path[index]!.y))

function correlation(a: readonly number[], b: readonly number[]): number {
  const mean = (values: readonly number[]): number =>
    values.reduce((sum, value) => sum + value, 0) / values.length
  const [meanA, meanB] = [mean(a), mean(b)]
  const cov = a.reduce((sum, value, index) => sum + (value - meanA) * (b[index]! - meanB), 0)
  const size = (values: readonly number[], middle: number): number =>
    Math.sqrt(values.reduce((sum, value) => sum + (value - middle) ** 2, 0))
  return cov / (size(a, meanA) * size(b, meanB))
}

describe('the cursor', () => {
  it.each(['right', 'left'] as const)('goes where the %s hand goes', (handedness) => {
    const stage = ready({ handedness })
    const from = stage.last.pointer ?? { x: NaN, y: NaN }
    const [x, y] = handedness === 'right' ? [0.7, 0.45] : [0.4, 0.45]
    const to = stage.moveTo([x, y], 400).wait(300).last.pointer ?? { x: NaN, y: NaN }
    expect(to.x - from.x).toBeGreaterThan(100)
    expect(to.y - from.y).toBeLessThan(-100)
  })

  it('draws the circle that the hand draws', () => {
    const stage = ready().hold('point', 300).forget()
    const wanted: [number, number][] = []
    const pointed: ScreenPoint[] = []
    for (let step = 0; step < 120; step += 1) {
      const angle = (step / 120) * 2 * Math.PI
      const at = [0.65 + 0.07 * Math.sin(angle), 0.55 - 0.07 * (1 - Math.cos(angle))] as const
      stage.moveTo(at, 33)
      wanted.push([at[0], at[1]])
      pointed.push(stage.last.pointer ?? { x: NaN, y: NaN })
    }
    const x = correlation(
      wanted.map(([at]) => at),
      pointed.map((at) => at.x),
    )
    const y = correlation(
      wanted.map(([, at]) => at),
      pointed.map((at) => at.y),
    )
    expect(Math.min(x, y)).toBeGreaterThan(0.99)
    expect(Math.max(...steps(moves(stage)))).toBeLessThan(80)
  })

  it('stands still while the hand does, though landmarks tremble', () => {
    const stage = ready().hold('point', 500).forget()
    for (let step = 0; step < 60; step += 1) {
      const tremble = 0.0012 * Math.sin(step * 7.3)
      stage.show('point', { at: [0.65 + tremble, 0.55 - tremble] }).wait(33)
    }
    const path = moves(stage)
    const xs = path.map(({ x }) => x)
    expect(path.length === 0 ? 0 : Math.max(...xs) - Math.min(...xs)).toBeLessThanOrEqual(4)
  })

  it('reaches every edge of the desktop', () => {
    const stage = ready().hold('point', 300)
    const reached = (
      [
        [0.98, 0.55],
        [0.02, 0.55],
        [0.5, 0.02],
        [0.5, 0.98],
      ] as const
    ).map((to) => stage.moveTo(to, 900).wait(300).last.pointer)
    expect([reached[0]?.x, reached[1]?.x, reached[2]?.y, reached[3]?.y]).toEqual([
      DESKTOP.width - 1,
      0,
      0,
      DESKTOP.height - 1,
    ])
  })

  it.each([
    ['fist', 0],
    ['open-palm', 0],
    ['thumbs-up', 80],
  ] as const)('waits while the hand is %s', (shape, rollDeg) => {
    const stage = ready().show(shape, { rollDeg }).wait(300).forget().moveTo([0.7, 0.45], 400)
    expect(moves(stage)).toEqual([])
  })

  it.each(['point', 'relaxed', 'victory'] as const)('moves while the hand is %s', (shape) => {
    const stage = ready().hold(shape, 300).forget().moveTo([0.7, 0.45], 400)
    expect(moves(stage).length).toBeGreaterThan(5)
  })

  it('does not jump when it has waited and goes on elsewhere', () => {
    const stage = ready().hold('fist', 300).moveTo([0.8, 0.4], 400).forget()
    stage.hold('relaxed', 300).moveTo([0.7, 0.5], 600)
    expect(Math.max(...steps(moves(stage)))).toBeLessThan(80)
  })

  it('does not jump when the hand was out of view and comes back elsewhere', () => {
    const stage = ready().moveTo([0.5, 0.4], 400).wait(200)
    const before = stage.last.pointer
    stage
      .vanish()
      .wait(1000)
      .forget()
      .show('relaxed', { at: [0.75, 0.6] })
      .wait(800)
    const [first] = moves(stage)
    expect(
      Math.hypot((first?.x ?? before!.x) - before!.x, (first?.y ?? before!.y) - before!.y),
    ).toBeLessThan(80)
    expect(Math.max(0, ...steps(moves(stage)))).toBeLessThan(80)
  })

  it('holds still for missed frames and sends nothing', () => {
    const stage = ready().moveTo([0.7, 0.5], 300).forget().vanish().wait(100)
    expect(stage.effects()).toEqual([])
  })

  it('moves with the hand that came first, until that one rests', () => {
    const stage = ready().hold('point', 300)
    const left = { handedness: 'left', shape: 'point', at: [0.2, 0.5] } as const
    stage.withOther(left).wait(600).forget()
    stage.during(300, (ratio) => {
      stage.withOther({ ...left, at: [0.2 + ratio * 0.1, 0.5] })
      return {}
    })
    expect(moves(stage)).toEqual([])
    stage
      .hold('fist', 300)
      .forget()
      .during(300, (ratio) => {
        stage.withOther({ ...left, at: [0.3 - ratio * 0.1, 0.5] })
        return {}
      })
    expect(moves(stage).length).toBeGreaterThan(3)
  })

  it('is only moved by the hand that the project names', () => {
    const desktop = shippedProject('desktop')
    const project = { ...desktop, pointer: { ...desktop.pointer, hand: 'left' as const } }
    expect(moves(ready({ project }).moveTo([0.7, 0.5], 300))).toEqual([])
  })

  it('stays where it is when pointing is off', () => {
    const desktop = shippedProject('desktop')
    const project = { ...desktop, pointer: { ...desktop.pointer, enabled: false } }
    const stage = ready({ project }).moveTo([0.7, 0.5], 300).pinch('index')
    expect(stage.effects()).toEqual([])
  })
})
