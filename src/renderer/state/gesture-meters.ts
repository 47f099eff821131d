import type { HeardBody, Reading, SeenHand } from '../../core/classifier/classifier.ts'
import { resolveOptions } from '../../core/classifier/options.ts'
import { fingersOfPinch } from '../../core/classifier/pinch.ts'
import { classifiers } from '../../core/classifier/registry.ts'
import type { GestureId } from '../../core/gesture/gesture-event.ts'
import { NO_HANDS, SIDES, trackHands, type HandTracks } from '../../core/gesture/hand-tracks.ts'
import type { Finger } from '../../core/hand/landmark.ts'
import type { Project } from '../../core/project/project.ts'
import type { DetectedFrame } from '../tracking/messages.ts'
import { pinchLimits, WIDE_PALMS } from './gesture-line.ts'

/** How near the hand is to a gesture, 0..1, and the lines on the way that it has to pass. */
export interface Meter {
  readonly level: number
  /** Where it begins and, if that is elsewhere, where it ends. */
  readonly lines: readonly number[]
}

/** Reads every gesture of a project from the hands and the body in view, as the app itself does. */
export interface GestureMeters {
  /** `body` is what is known of the body by then. */
  step(frame: DetectedFrame, body?: HeardBody): ReadonlyMap<string, Meter>
}

export function createGestureMeters(project: Project): GestureMeters {
  const running = runClassifiers(project)
  const gestures = [...new Set(project.bindings.map(({ gesture }) => gesture))]
  const { touchRatio, partRatio } = pinchLimits(project)
  const pinchLines = [touchRatio, partRatio].map((ratio) => 1 - ratio / WIDE_PALMS)
  const leastScores = new Map(
    project.bindings.map(({ gesture, trigger }) => [gesture, trigger.minScore]),
  )
  let tracks = NO_HANDS

  return {
    step(frame, body) {
      tracks = trackHands(tracks, frame)
      const hands = handsIn(tracks)
      const readings = running(frame.atMs, hands, body)
      const meterOf = (gesture: GestureId): Meter => {
        const fingers = fingersOfPinch(gesture)
        if (fingers.length > 0) return { level: pinchLevel(fingers, hands), lines: pinchLines }
        const least = leastScores.get(gesture) ?? 0
        return { level: scoreOf(gesture, readings), lines: least > 0 ? [least] : [] }
      }
      return new Map(gestures.map((gesture) => [gesture, meterOf(gesture)]))
    },
  }
}

type Run = (
  atMs: number,
  hands: readonly SeenHand[],
  body: HeardBody | undefined,
) => ReadonlyMap<string, readonly Reading[]>

/** The classifiers that the project switches on, with its options. */
function runClassifiers(project: Project): Run {
  const running = classifiers.flatMap((entry) => {
    const given = project.classifiers[entry.id]
    const resolved = given && resolveOptions(entry.options, given)
    if (!resolved?.ok) return []
    const classifier = entry.create(resolved.options)
    return [{ id: entry.id, classifier, state: classifier.initial }]
  })
  return (atMs, hands, body) =>
    new Map(
      running.map((one) => {
        const step = one.classifier.step(one.state, { atMs, hands, body })
        one.state = step.state
        return [one.id, step.readings]
      }),
    )
}

function handsIn(tracks: HandTracks): SeenHand[] {
  return SIDES.flatMap((side) => {
    const track = tracks[side]
    if (track?.absentMs !== 0) return []
    return [{ side, bornAtMs: track.bornAtMs, features: track.features }]
  })
}

function pinchLevel(fingers: readonly Finger[], hands: readonly SeenHand[]): number {
  const apart = hands.map(({ features }) =>
    Math.max(...fingers.map((finger) => features.pinchRatio[finger])),
  )
  return 1 - Math.min(WIDE_PALMS, ...apart) / WIDE_PALMS
}

function scoreOf(gesture: string, readings: ReturnType<Run>): number {
  const [id = '', label = ''] = gesture.split('.')
  const scores = (readings.get(id) ?? []).filter((reading) => reading.label === label)
  return Math.max(0, ...scores.map(({ score }) => score))
}
