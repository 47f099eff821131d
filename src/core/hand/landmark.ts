/** Indices into the 21 landmarks of a hand, in MediaPipe's order. */
export const LANDMARK_COUNT = 21
export const WRIST = 0

export const FINGERS = ['index', 'middle', 'ring', 'little'] as const
/** The four fingers that bend alike; the thumb has joints of its own. */
export type Finger = (typeof FINGERS)[number]

/** Base joint, three links on, tip. The thumb's base is its carpometacarpal joint, the fingers' their knuckle. */
interface Chain {
  readonly base: number
  readonly middle: number
  readonly end: number
  readonly tip: number
}

export const THUMB: Chain = { base: 1, middle: 2, end: 3, tip: 4 }
export const FINGER_CHAINS: Readonly<Record<Finger, Chain>> = {
  index: { base: 5, middle: 6, end: 7, tip: 8 },
  middle: { base: 9, middle: 10, end: 11, tip: 12 },
  ring: { base: 13, middle: 14, end: 15, tip: 16 },
  little: { base: 17, middle: 18, end: 19, tip: 20 },
}
