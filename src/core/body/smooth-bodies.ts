import type { Body } from './body.ts'
import { jointAngles, type JointAngle } from './joint-angles.ts'
import {
  createSmoother,
  DEFAULT_SMOOTHING,
  type Smoother,
  type Smoothing,
} from '../filter/point-filter.ts'
import { createPointSmoother } from './smooth-points.ts'
import { createThighLength } from './thigh-length.ts'

export interface BodySmoothing {
  /** Landmarks in the picture. */
  readonly body: Smoothing
  /** Landmarks in metres. */
  readonly coordinates: Smoothing
  readonly angles: Smoothing
}

export const DEFAULT_BODY_SMOOTHING: BodySmoothing = {
  body: DEFAULT_SMOOTHING,
  coordinates: DEFAULT_SMOOTHING,
  angles: DEFAULT_SMOOTHING,
}

export interface SmoothBody {
  readonly body: Body
  /** Of the landmarks before smoothing, smoothed on their own: what is smoothed twice lags twice. */
  readonly angles: readonly JointAngle[]
}

export interface BodySmoother {
  /** One frame's people. Who is not there any more is forgotten. */
  step(bodies: readonly Body[], atMs: number): readonly SmoothBody[]
}

/** Smooths everybody on their own, by track number, and keeps their thighs from shrinking. */
export function createBodySmoother(smoothing = DEFAULT_BODY_SMOOTHING): BodySmoother {
  let people = new Map<number, PersonSmoother>()
  return {
    step: (bodies, atMs) => {
      people = new Map(
        bodies.map(({ trackId }) => [trackId, people.get(trackId) ?? createPerson(smoothing)]),
      )
      return bodies.flatMap((body) => people.get(body.trackId)?.(body, atMs) ?? [])
    },
  }
}

type PersonSmoother = (body: Body, atMs: number) => SmoothBody

function createPerson({ body, coordinates, angles }: BodySmoothing): PersonSmoother {
  const [landmarks, world] = [createPointSmoother(body), createPointSmoother(coordinates)]
  const thighs = createThighLength()
  const degrees = new Map<string, Smoother>()
  const smootherOf = (name: string): Smoother => {
    const known = degrees.get(name) ?? createSmoother(angles)
    degrees.set(name, known)
    return known
  }
  return (found, atMs) => {
    const raw = thighs.withKnownThighs(found)
    return {
      body: {
        ...raw,
        landmarks: landmarks(raw.landmarks, atMs),
        world: world(raw.world, atMs),
      },
      angles: jointAngles(raw).map((angle) => ({
        ...angle,
        degrees: smootherOf(angle.name).filter(angle.degrees, atMs),
      })),
    }
  }
}
