import { describe, expect, it } from 'vitest'
import { isLost, NO_HANDS, trackHands } from '../../../src/core/hand/hand-tracks.ts'
import type { HandTracks } from '../../../src/core/hand/hand-tracks.ts'
import { makeFrame, makeHand } from '../../support/hand/make-hand.ts'
import type { HandOptions } from '../../support/hand/make-hand.ts'

/** Frames at the given times; tells who is there at the end. */
function track(frames: readonly (readonly [atMs: number, ...hands: HandOptions[]])[]): HandTracks {
  return frames.reduce(
    (tracks, [atMs, ...hands]) => trackHands(tracks, makeFrame(atMs, hands.map(makeHand))),
    NO_HANDS,
  )
}
const births = ({ left, right }: HandTracks): (number | undefined)[] => [
  left?.bornAtMs,
  right?.bornAtMs,
]

const LEFT: HandOptions = { handedness: 'left', at: [0.3, 0.5] }
const RIGHT: HandOptions = { handedness: 'right', at: [0.7, 0.5] }
const grown = (hand: HandOptions): (readonly [number, HandOptions])[] =>
  [0, 100, 200, 300, 400].map((atMs) => [atMs, hand])

describe('hands from frame to frame', () => {
  it('are known by their sides', () => {
    expect(
      births(
        track([
          [0, LEFT],
          [33, LEFT, RIGHT],
          [66, RIGHT, LEFT],
        ]),
      ),
    ).toEqual([0, 33])
  })

  it('keep their side when the tracker changes its mind about one that is known', () => {
    const mistaken = { ...RIGHT, handedness: 'left' } as const
    expect(births(track([...grown(RIGHT), [433, mistaken], [466, mistaken]]))).toEqual([
      undefined,
      0,
    ])
  })

  it('face the camera as before when their side is mistaken', () => {
    const palm = { ...RIGHT, shape: 'open-palm' } as const
    const mistaken = { ...makeHand(palm), handedness: 'left' } as const
    const tracks = trackHands(track(grown(palm)), makeFrame(433, [mistaken]))
    expect(tracks.right?.features.facingRatio).toBeGreaterThan(0.9)
  })

  it('change sides while they are new', () => {
    const mistaken = { ...RIGHT, handedness: 'left' } as const
    const tracks = track([
      [0, mistaken],
      [33, RIGHT],
    ])
    expect(tracks.right?.bornAtMs).toBe(33)
  })

  it('are two when both are said to be right', () => {
    const wrong = { ...LEFT, handedness: 'right' } as const
    expect(
      births(
        track([
          [0, RIGHT, wrong],
          [33, wrong, RIGHT],
        ]),
      ),
    ).toEqual([0, 0])
  })

  it('are one when one is seen twice', () => {
    const twin = { ...RIGHT, at: [0.72, 0.52], score: 0.6 } as const
    expect(births(track([[0, RIGHT, twin]]))).toEqual([undefined, 0])
  })

  it('are the same after a short absence near by, lost meanwhile', () => {
    const away = [...grown(RIGHT), [450], [500], [580]] as const
    const tracks = track(away)
    expect(tracks.right && isLost(tracks.right)).toBe(true)
    expect(births(track([...away, [620, RIGHT]]))).toEqual([undefined, 0])
  })

  it('are new after a long absence, and after a leap', () => {
    expect(births(track([...grown(RIGHT), [500], [600], [800], [833, RIGHT]]))).toEqual([
      undefined,
      833,
    ])
    const leapt = { ...RIGHT, at: [0.05, 0.1] } as const
    expect(births(track([...grown(RIGHT), [433, leapt]])).includes(433)).toBe(true)
  })

  it('are followed at five frames per second too', () => {
    const slow = [0, 200, 400, 600].map((atMs) => [atMs, RIGHT] as const)
    expect(births(track(slow))).toEqual([undefined, 0])
  })
})
