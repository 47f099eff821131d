import { describe, expect, it } from 'vitest'
import type { Effect } from '../../../../src/core/action/effect.ts'
import { AT, outputStage, sendTo } from '../../../support/output-stage.ts'

const move = (x: number): Effect => ({ kind: 'pointer.move', to: { x, y: 0 } })
const press: Effect = { kind: 'pointer.press', button: 'left', at: AT }
const release: Effect = { kind: 'pointer.release', button: 'left' }
const click: Effect = { kind: 'pointer.click', button: 'left', count: 1, at: AT }

describe('the order of effects', () => {
  it('carries pointer and keys out one after another', async () => {
    const { send, log } = outputStage()
    await send(press, move(20), release, { kind: 'key.chord', keys: ['control', 'c'] }, click)
    expect(log).toEqual([
      'press left 10,10',
      'move 20,0',
      'release left',
      'chord control+c',
      'click left 1',
    ])
  })

  it('replaces a waiting move by a newer one, never across a press', async () => {
    const { send, log, hold } = outputStage()
    const go = hold()
    const sent = send(move(1), move(2), move(3), press, move(4), move(5), release)
    go()
    await sent
    expect(log).toEqual(['move 1,0', 'move 3,0', 'press left 10,10', 'move 5,0', 'release left'])
  })

  it('adds waiting scrolls and volume steps up', async () => {
    const { send, log, hold } = outputStage()
    const go = hold()
    const scroll: Effect = { kind: 'pointer.scroll', rightNotches: 1, downNotches: 2 }
    const step: Effect = { kind: 'volume.step', stepRatio: 0.05 }
    const sent = send(scroll, scroll, scroll, step, step, step)
    go()
    await sent
    expect(log.toSorted()).toEqual(['scroll 1,2', 'scroll 2,4', 'step 0.05', 'step 0.10'])
  })

  it('does not let a slow mixer hold up the pointer', async () => {
    const { dispatcher, sinks, log } = outputStage()
    let open = (): void => undefined
    const slow = new Promise<void>((resolve) => (open = resolve))
    Object.assign(sinks.volume, { set: () => slow })
    void sendTo(dispatcher, [{ kind: 'volume.set', levelRatio: 0.5 }, move(7)])
    await Promise.resolve()
    expect(log).toEqual(['move 7,0'])
    open()
    await dispatcher.idle()
  })

  it('tells what was done only after it was done', async () => {
    const { dispatcher, log } = outputStage()
    const seen: [string, number][] = []
    dispatcher.onDone(({ caused }) => seen.push([caused.effect.kind, log.length]))
    await sendTo(dispatcher, [move(1), press, { kind: 'mode', mode: 'paused' }])
    expect(seen).toEqual([
      ['pointer.move', 1],
      ['pointer.press', 2],
      ['mode', 2],
    ])
  })
})

describe('what may reach the system', () => {
  it('clamps and rounds coordinates to the desktop', async () => {
    const { send, log } = outputStage()
    await send({ kind: 'pointer.move', to: { x: -400.4, y: 900 } })
    await send({ ...press, at: { x: 5000, y: 12.6 } })
    expect(log).toEqual(['move -100,799', 'press left 999,13'])
  })

  it.each([NaN, Infinity, -Infinity])('drops %s and says so', async (x) => {
    const { send, log, problems } = outputStage()
    await send({ kind: 'pointer.move', to: { x, y: 0 } }, { ...press, at: { x, y: 0 } }, release)
    expect(log).toEqual([])
    expect(problems).toHaveLength(2)
  })

  it('refuses unknown keys by name', async () => {
    const { send, log, problems } = outputStage()
    await send({ kind: 'key.chord', keys: ['control', 'flux'] })
    expect(log).toEqual([])
    expect(problems).toEqual(['medium: There is no key called "flux". (test)'])
  })

  it('caps clicks, says how many it left out, and lets them pass again later', async () => {
    const { send, log, problems, wait } = outputStage({
      caps: { click: { count: 2, perMs: 1000 } },
    })
    await send(click, click, click, click)
    expect(log).toHaveLength(2)
    expect(problems).toEqual(['low: Too many clicks: 1 left out (at most 2 in 1000 ms).'])
    wait(1000)
    await send(click)
    expect(log).toHaveLength(3)
  })

  it('never caps a release, and does not release what a capped press never held', async () => {
    const { send, log } = outputStage({ caps: { click: { count: 1, perMs: 1000 } } })
    await send(press, release, press, release)
    expect(log).toEqual(['press left 10,10', 'release left'])
  })

  it('leaves a key held that a chord shares', async () => {
    const { send, log, dispatcher } = outputStage()
    await send(
      { kind: 'key.press', keys: ['control'] },
      { kind: 'key.chord', keys: ['control', 'c'] },
    )
    expect(log).toEqual(['down control', 'chord c'])
    expect(dispatcher.held().keys).toEqual(['control'])
  })
})
