import { beforeEach, expect, it } from 'vitest'
import { createStandBack, type StandBack } from './stand-back.ts'

let log: string[]
let standBack: StandBack
beforeEach(() => {
  log = []
  standBack = createStandBack({
    onBegin: () => log.push(`begin ${String(standBack.words())}`),
    onChange: () => log.push(`change ${String(standBack.words())}`),
  })
})

it('stands back at once, and goes on when the reason is gone', () => {
  standBack.because('typing', 'You are typing.')
  standBack.because('typing', undefined)
  expect(log).toEqual([...['begin You are typing.', 'change You are typing.', 'change undefined']])
})

it('tells nothing twice', () => {
  standBack.because('typing', undefined)
  standBack.because('typing', 'You are typing.')
  const before = log.length
  standBack.because('typing', 'You are typing.')
  expect([before, log.length]).toEqual([2, 2])
})

it('goes on only when no reason is left, and says the first', () => {
  standBack.because('practice', 'Practising letters.')
  standBack.because('typing', 'You are typing.')
  expect(standBack.words()).toBe('Practising letters.')
  standBack.because('practice', undefined)
  expect(standBack.words()).toBe('You are typing.')
})

it('says last that the mouse is taken', () => {
  standBack.because('mouse', 'You have the mouse.')
  expect(standBack.words()).toBe('You have the mouse.')
  standBack.because('typing', 'You are typing.')
  expect(standBack.words()).toBe('You are typing.')
})
