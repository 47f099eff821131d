import { letterPoints } from '../../core/classifier/letters/letter-points.ts'
import type { Letter } from '../../core/classifier/letters/letters.ts'
import { handFromFlat } from '../../core/hand/flat-hand.ts'
import { handPictureToUser } from '../../core/hand/mirror-hand.ts'
import type { HandEngine } from '../../inference/hand-engine.ts'
import type { LetterModel } from '../../inference/letter-model.ts'
import { createSignLetters } from '../../inference/sign-letters.ts'
import type { ReadPixels } from '../http/read-pixels.ts'
import type { ClientFrame } from './letter-protocol.ts'

export interface ReadFrame {
  readonly kind: 'letters'
  /** Of A to Z and none, in this frame. */
  readonly probabilities: Float32Array
  readonly signed: Letter | undefined
}
export type FrameOutcome =
  | ReadFrame
  | { readonly kind: 'no-hand' }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'fault'; readonly error: string }

/** Letters out of one client's frames, with its own memory of them. */
export interface FrameReader {
  /** `isCancelled` is asked between the steps of the work. Never rejects. */
  read(frame: ClientFrame, isCancelled: () => boolean): Promise<FrameOutcome>
  reset(): void
  close(): void
}

export interface ReaderParts {
  readonly engine: HandEngine
  readonly model: LetterModel
  readonly readPixels: ReadPixels
  readonly nowMs: () => number
  readonly onBug: (error: unknown) => void
}

export function createFrameReader({
  engine,
  model,
  readPixels,
  nowMs,
  onBug,
}: ReaderParts): FrameReader {
  let letters = createSignLetters(model)
  const stream = engine.openStream()
  const laterMs = createRisingClock(nowMs)
  const pointsOf = async (
    frame: ClientFrame,
    atMs: number,
    isCancelled: () => boolean,
  ): Promise<Float32Array | undefined> => {
    if (frame.kind === 'landmarks') return frame.points
    const { pixels, release } = await readPixels(frame.bytes)
    try {
      if (isCancelled()) return undefined
      const found = await stream.detect(pixels, atMs, { isCancelled })
      // As the app sees a camera's picture: in a mirror.
      const hands = found.map((hand) => handPictureToUser(handFromFlat(hand)))
      return letterPoints({ aspectRatio: pixels.widthPx / pixels.heightPx, hands })
    } finally {
      release()
    }
  }
  return {
    read: async (frame, isCancelled) => {
      try {
        const atMs = laterMs()
        const points = await pointsOf(frame, atMs, isCancelled)
        if (points === undefined || isCancelled()) return { kind: 'cancelled' }
        const { probabilities, spelling } = await letters.step({ atMs, points })
        if (probabilities === undefined) return { kind: 'no-hand' }
        return { kind: 'letters', probabilities, signed: spelling.signed }
      } catch (error) {
        return faultOf(error, onBug)
      }
    },
    reset: () => {
      // Work that is still under way goes on with the old memory, which nobody reads any more.
      letters = createSignLetters(model)
    },
    close: () => {
      letters.reset()
    },
  }
}

/** Frames that arrive within one tick of the clock still need times one after the other. */
function createRisingClock(nowMs: () => number): () => number {
  let lastMs = Number.NEGATIVE_INFINITY
  return () => {
    lastMs = Math.max(nowMs(), lastMs + 0.1)
    return lastMs
  }
}

/** A RangeError says what is wrong with the frame; anything else is our fault, and no news for strangers. */
function faultOf(error: unknown, onBug: ReaderParts['onBug']): FrameOutcome {
  if (error instanceof RangeError) return { kind: 'fault', error: error.message }
  onBug(error)
  return { kind: 'fault', error: 'the frame could not be read' }
}

/** Stands in where there is no network: every frame is answered with why. */
export const readNothing = (why: string): FrameReader => ({
  read: () => Promise.resolve({ kind: 'fault', error: why }),
  reset: () => undefined,
  close: () => undefined,
})
