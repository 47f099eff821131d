import { expect, it } from 'vitest'
import { createLedHand, parseLedHandCommand } from './led-hand.ts'

it('goes where it is wished, and stays there', () => {
  const hand = createLedHand()
  hand.command({ x: 0.5, y: 0.4, pose: 'pinch-index', isAway: false }, 1000)
  expect(hand.momentAt(1000)).toMatchObject({ x: 0.62, y: 0.58, fromPose: 'open-palm' })
  expect(hand.momentAt(5000)).toMatchObject({ x: 0.5, y: 0.4, toPose: 'pinch-index', ratio: 1 })
})

it('takes a new wish on its way, from where it is', () => {
  const hand = createLedHand()
  hand.command({ x: 0.8, y: 0.58, pose: 'open-palm', isAway: false }, 0)
  const half = hand.momentAt(180)
  hand.command({ x: 0.62, y: 0.58, pose: 'open-palm', isAway: true }, 180)
  expect(hand.momentAt(180)).toMatchObject({ x: half.x, isAway: true })
  expect(half.x).toBeGreaterThan(0.63)
  expect(half.x).toBeLessThan(0.79)
})

it('takes no wish for what is none', () => {
  const wish = { x: 0.1, y: 0.2, pose: 'fist', isAway: false }
  expect(parseLedHandCommand(wish)).toEqual(wish)
  for (const other of [undefined, 'fist', { ...wish, x: 1.5 }, { ...wish, pose: 'claw' }, {}]) {
    expect(parseLedHandCommand(other)).toBeUndefined()
  }
})
