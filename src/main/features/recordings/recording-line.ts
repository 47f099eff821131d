import type { Calibrations } from '../../../core/pointer/hand-calibration.ts'
import { flatFromPoints } from '../../../core/geometry/flat-points.ts'
import type { ScreenPoint, ScreenRect } from '../../../core/geometry/point.ts'
import type { CancelReason } from '../../../core/gesture/gesture-event.ts'
import type { Mode } from '../../../core/gesture/mode.ts'
import type { HandFrame, Handedness } from '../../../core/hand/hand-frame.ts'
import type { Heard, PipelineSettings } from '../../../core/pipeline/pipeline.ts'
import type { Project } from '../../../core/project/project.ts'
import { inEnglish } from '../../../core/sentence/sentence.ts'
import type { PipelineEvent } from './pipeline-events.ts'

/**
 * A recording: JSON lines. First what the pipeline began with, then every call that it got and every event that came of it,
 * in order. Numbers are written as they are, so that the same calls give the same events to the last bit. Landmarks and
 * events, no pictures; of texts to type only their length.
 */
export const RECORDING_VERSION = 1
/** Four times what the longest comes to. */
export const MOST_RECORDING_BYTES = 200 * 1024 * 1024

export interface RecordingHeader {
  readonly beckon: 'recording'
  readonly version: typeof RECORDING_VERSION
  readonly settings: PipelineSettings
}

/** What the pipeline was told. */
export type RecordedCall =
  | {
      readonly call: 'step'
      readonly frame: HandFrame
      /** What the readers of letters and of bodies had said by then. */
      readonly heard: Heard
    }
  | { readonly call: 'setMode'; readonly mode: Mode; readonly atMs: number }
  | { readonly call: 'setProject'; readonly project: Project; readonly atMs: number }
  | {
      readonly call: 'setCalibrations'
      readonly calibrations: Calibrations
      readonly atMs: number
    }
  | { readonly call: 'setDesktop'; readonly desktop: ScreenRect }
  | { readonly call: 'pointerIsAt'; readonly at: ScreenPoint }
  | { readonly call: 'cancelAll'; readonly reason: CancelReason; readonly atMs: number }

/** A hand's points flat, joint-major (x0 y0 z0 x1 ...). */
export type PackedHand = [side: Handedness, score: number, landmarks: number[], world: number[]]

export interface PackedFrame {
  readonly s: number
  readonly t: number
  readonly c: number
  readonly a: number
  readonly h: readonly PackedHand[]
}

export function headerLine(settings: PipelineSettings): string {
  const header: RecordingHeader = { beckon: 'recording', version: RECORDING_VERSION, settings }
  return JSON.stringify(header, withoutTexts)
}

export function callLine(call: RecordedCall): string {
  if (call.call !== 'step') return JSON.stringify(call, withoutTexts)
  const { sequence, atMs, capturedAtMs, aspectRatio, hands } = call.frame
  const packed: PackedFrame = {
    ...{ s: sequence, t: atMs, c: capturedAtMs, a: aspectRatio },
    h: hands.map(({ handedness, score, landmarks, world }) => [
      ...([handedness, score] as const),
      flatFromPoints(landmarks),
      flatFromPoints(world),
    ]),
  }
  return JSON.stringify({ frame: packed, ...call.heard })
}

/** An event as a line; texts to type are private, there is as many letters x as they have letters. Hints are in English. */
export function eventLine(event: PipelineEvent): string {
  if (event.kind !== 'state') return JSON.stringify({ event }, withoutTexts)
  return JSON.stringify({ event: { ...event, hint: event.hint && inEnglish(event.hint) } })
}

const withoutTexts = (_key: string, value: unknown): unknown => {
  if (typeof value !== 'object' || value === null || !('kind' in value)) return value
  if (value.kind !== 'key.text' || !('text' in value)) return value
  return { ...value, text: 'x'.repeat(String(value.text).length) }
}
