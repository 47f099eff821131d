import type { BodyReading, Reading, SeenHand } from '../../../core/classifier/classifier.ts'
import { classify, createClassifierMemories } from '../../../core/classifier/classify.ts'
import { fingersOfPinch } from '../../../core/classifier/pinch.ts'
import { classifierById } from '../../../core/classifier/registry.ts'
import type { GestureId } from '../../../core/gesture/gesture-event.ts'
import { NO_HANDS, seenHands, trackHands } from '../../../core/hand/hand-tracks.ts'
import type { Finger } from '../../../core/hand/landmark.ts'
import type { Project } from '../../../core/project/project.ts'
import type { DetectedFrame } from '../../capture/tracking/loop/messages.ts'
import { linesOf, WIDE_PALMS } from './gesture-line.ts'

/** How near the hand is to a gesture, 0..1, and the lines on the way that it has to pass. */
export interface Meter {
  readonly level: number
  /** As `linesOf` says. */
  readonly lines: readonly number[]
}

/** Reads every gesture of a project from the hands and the body in view, with the classifiers of the app itself. */
export interface GestureMeters {
  /** `body` is what is known of the body by then. */
  step(frame: DetectedFrame, body?: BodyReading): ReadonlyMap<string, Meter>
}

/** `project` as it acts (`effectiveProject`), and checked. */
export function createGestureMeters(project: Project): GestureMeters {
  const gestures = [...new Set(project.bindings.map(({ gesture }) => gesture))]
  const lines = new Map(gestures.map((gesture) => [gesture, linesOf(project, gesture)]))
  let memories = createClassifierMemories(project.classifiers)
  let tracks = NO_HANDS

  return {
    step(frame, body) {
      tracks = trackHands(tracks, frame)
      const hands = seenHands(tracks)
      const classified = classify(memories, { atMs: frame.atMs, hands, body })
      const { readings } = classified
      memories = classified.memories
      const levelOf = (gesture: GestureId): number => {
        const fingers = fingersOfPinch(gesture)
        if (fingers.length > 0) return pinchLevel(fingers, hands)
        return Math.max(scoreOf(gesture, readings), nearnessOf(gesture, hands))
      }
      return new Map(
        gestures.map((gesture) => [
          gesture,
          { level: levelOf(gesture), lines: lines.get(gesture) ?? [] },
        ]),
      )
    },
  }
}

function pinchLevel(fingers: readonly Finger[], hands: readonly SeenHand[]): number {
  const apart = hands.map(({ features }) =>
    Math.max(...fingers.map((finger) => features.pinchRatio[finger])),
  )
  return 1 - Math.min(WIDE_PALMS, ...apart) / WIDE_PALMS
}

/** Readings are of the best label alone, and of none that is too little: on the way there this tells. */
function nearnessOf(gesture: string, hands: readonly SeenHand[]): number {
  const [id = '', label = ''] = gesture.split('.')
  const entry = classifierById(id)
  return Math.max(0, ...hands.map(({ features }) => entry?.nearness?.(label, features) ?? 0))
}

function scoreOf(gesture: string, readings: ReadonlyMap<string, readonly Reading[]>): number {
  const [id = '', label = ''] = gesture.split('.')
  const scores = (readings.get(id) ?? []).filter((reading) => reading.label === label)
  return Math.max(0, ...scores.map(({ score }) => score))
}
