import { beforeEach, expect, it } from 'vitest'
import { say } from '../../contract/words/say.ts'
import { inEnglish } from '../../core/sentence/sentence.ts'
import { createStandBack, type StandBack } from './stand-back.ts'

let log: string[]
let standBack: StandBack
const told = (): string => {
  const words = standBack.words()
  return words === undefined ? 'undefined' : inEnglish(words)
}
beforeEach(() => {
  log = []
  standBack = createStandBack({
    onBegin: () => log.push(`begin ${told()}`),
    onChange: () => log.push(`change ${told()}`),
  })
})

it('stands back at once, and goes on when the reason is gone', () => {
  standBack.because('typing', say('You are typing.'))
  standBack.because('typing', undefined)
  expect(log).toEqual([...['begin You are typing.', 'change You are typing.', 'change undefined']])
})

it('tells nothing twice', () => {
  standBack.because('typing', undefined)
  standBack.because('typing', say('You are typing.'))
  const before = log.length
  standBack.because('typing', say('You are typing.'))
  expect([before, log.length]).toEqual([2, 2])
})

it('goes on only when no reason is left, and says the first', () => {
  standBack.because('practice', say('Practising letters.'))
  standBack.because('typing', say('You are typing.'))
  expect(told()).toBe('Practising letters.')
  standBack.because('practice', undefined)
  expect(told()).toBe('You are typing.')
})

it('says last that the mouse is taken', () => {
  standBack.because('mouse', say('You have the mouse.'))
  expect(told()).toBe('You have the mouse.')
  standBack.because('typing', say('You are typing.'))
  expect(told()).toBe('You are typing.')
})
