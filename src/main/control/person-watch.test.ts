import { inEnglish } from '../../core/sentence/sentence.ts'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { CausedEffect, Effect } from '../../core/action/effect.ts'
import type { Mode } from '../../core/gesture/mode.ts'
import { watchPerson } from './person-watch.ts'
import { createStandBack } from './stand-back.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

function stage() {
  const startMs = Date.now()
  const now: { mode: Mode; at: { x: number; y: number } } = { mode: 'engaged', at: { x: 0, y: 0 } }
  const log: string[] = []
  const standBack = createStandBack({
    onBegin: () => undefined,
    onChange: () => {
      const words = standBack.words()
      log.push(words === undefined ? 'go on' : inEnglish(words))
    },
  })
  const watch = watchPerson({
    nowMs: () => Date.now() - startMs,
    state: () => ({ mode: now.mode, handCount: 1 }),
    pointerPosition: () => Promise.resolve(now.at),
    heldKeys: () => [],
    standBack,
    onMouseGivenBack: ({ x }) => log.push(`given back at ${String(x)}`),
  })
  const caused = (effect: Effect): CausedEffect => ({ effect, atMs: 0, cause: 'pinch.index' })
  const send = (effect: Effect): void => {
    watch.step(caused(effect), (one) => log.push(`sent ${one.effect.kind}`))
  }
  return { now, log, watch, caused, send }
}

const TEXT: Effect = { kind: 'key.text', text: 'a' }

it('has hands stand back for a key that nobody sent, until the person pauses', () => {
  const { log, watch } = stage()
  watch.keyDown()
  vi.advanceTimersByTime(1400)
  expect(log).toEqual(['You are typing.', 'go on'])
  watch.close()
})

it('knows a key that is on its way for ours, and no longer once it was carried out', () => {
  const { log, watch, caused, send } = stage()
  send(TEXT)
  watch.keyDown()
  expect(log).toEqual(['sent key.text'])
  watch.done(caused(TEXT))
  vi.advanceTimersByTime(300)
  watch.keyDown()
  expect(log.at(-1)).toBe('You are typing.')
  watch.close()
})

it('hears no keys while everything is paused', () => {
  const { now, log, watch } = stage()
  now.mode = 'paused'
  watch.keyDown()
  expect(log).toEqual([])
  watch.close()
})

it('has hands stand back for the real mouse, and tells where it was left before they go on', async () => {
  const { now, log, watch } = stage()
  await vi.advanceTimersByTimeAsync(200)
  now.at = { x: 60, y: 0 }
  await vi.advanceTimersByTimeAsync(2300)
  expect(log).toEqual(['You have the mouse.', 'given back at 60', 'go on'])
  watch.close()
})

it('knows a move that it saw sent for ours', async () => {
  const { now, log, watch, send } = stage()
  await vi.advanceTimersByTimeAsync(200)
  for (let x = 20; x <= 200; x += 20) {
    send({ kind: 'pointer.move', to: { x, y: 0 } })
    now.at = { x, y: 0 }
    await vi.advanceTimersByTimeAsync(33)
  }
  expect(new Set(log)).toEqual(new Set(['sent pointer.move']))
  watch.close()
  expect(vi.getTimerCount()).toBe(0)
})
