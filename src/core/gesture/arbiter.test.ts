import { describe, expect, it } from 'vitest'
import { isBarred } from './arbiter.ts'

const pinching = [{ classifier: 'pinch', hand: 'right' }] as const

describe('the arbiter', () => {
  it('bars swipes, poses and counts of a pinching hand', () => {
    const barred = ['swipe', 'pose', 'finger-count'].map((id) => isBarred(id, 'right', pinching))
    expect(barred).toEqual([true, true, true])
  })
  it('leaves the other hand alone', () => {
    expect(isBarred('pose', 'left', pinching)).toBe(false)
  })
  it('bars what needs both hands', () => {
    expect(isBarred('finger-count', 'both', pinching)).toBe(true)
  })
  it('lets poses and counts live side by side', () => {
    expect(isBarred('finger-count', 'right', [{ classifier: 'pose', hand: 'right' }])).toBe(false)
  })
})
