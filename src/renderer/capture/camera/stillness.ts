import { say } from '../../../contract/words/say.ts'
import type { Sentence } from '../../../core/sentence/sentence.ts'

/** A real camera's picture always rustles a little: one that is equal to the last bit for long is stuck in its driver. */
const STILL_FOR_MS = 3000

const STUCK = say(
  'The picture has not changed for a while. If you are moving, the camera is stuck: unplug it and plug it in again.',
)

export interface Stillness {
  /** Rendered and recorded pictures may stand still: only devices are watched. */
  restart(isDevice: boolean): void
  /** Says so, once, when the picture has not changed for too long. */
  step(fingerprint: number, atMs: number): Sentence | undefined
}

export function createStillness(): Stillness {
  let isWatching = false
  let last: number | undefined
  let sinceMs = 0
  return {
    restart: (isDevice) => {
      isWatching = isDevice
      last = undefined
    },
    step: (fingerprint, atMs) => {
      if (!isWatching) return undefined
      if (fingerprint !== last) {
        last = fingerprint
        sinceMs = atMs
        return undefined
      }
      if (atMs - sinceMs <= STILL_FOR_MS) return undefined
      isWatching = false
      return STUCK
    },
  }
}
