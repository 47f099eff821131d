import type { ClassifierEntry, BodyReading, RunningClassifier } from './classifier.ts'
import { NONE } from './classifier.ts'

/** Repetitions that were counted for somebody, and until when the last one is said. */
interface Counted {
  readonly trackId: number
  readonly squats: number
  readonly saidUntilMs: number
}

/** Long enough for one frame at any rate of frames, shorter than the way down into the next squat. */
const SAID_MS = 120

/** A repetition that was finished just now, as a gesture of a moment. Those made before anybody looked do not count. */
export const exercise: ClassifierEntry = {
  id: 'exercise',
  of: 'body',
  labels: [NONE, 'squat'],
  timing: { enterMs: 0, exitMs: 0, needsFreshStart: false, upgrades: [] },
  precedence: undefined,
  isQuick: false,
  options: [],
  // It is finished or it is not.
  beginsAt: () => 1,
  create: () => {
    const running: RunningClassifier<Counted | undefined> = {
      initial: undefined,
      step: (state, { atMs, body }) => {
        if (body === undefined) return { state, readings: [] }
        const next = count(state, body, atMs)
        const label = atMs < next.saidUntilMs ? 'squat' : NONE
        return { state: next, readings: [{ hand: 'body', label, score: 1 }] }
      },
    }
    return running
  },
}

function count(
  state: Counted | undefined,
  { trackId, squats }: BodyReading,
  atMs: number,
): Counted {
  const isKnown = state?.trackId === trackId
  if (isKnown && squats === state.squats) return state
  const isOneMore = isKnown && squats > state.squats
  return { trackId, squats, saidUntilMs: isOneMore ? atMs + SAID_MS : -Infinity }
}
