import { z } from 'zod'
import { problemSchema, sentenceSchema } from '../words/sentence-schema.ts'

/** What the renderer says of the camera. Everything but `live` means that no frames come. */
export const cameraStatusSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('closed') }),
  z.strictObject({ kind: z.literal('opening'), label: z.string() }),
  z.strictObject({
    kind: z.literal('live'),
    label: z.string(),
    widthPx: z.number().int().positive(),
    heightPx: z.number().int().positive(),
  }),
  /** `black` and `frozen` cameras stay open and go back to `live` by themselves; so does a `missing` or `busy` one. */
  z.strictObject({
    kind: z.enum(['missing', 'busy', 'denied', 'black', 'frozen', 'unreadable']),
    label: z.string(),
    message: sentenceSchema,
  }),
  /** A file camera played to its end. */
  z.strictObject({ kind: z.literal('ended'), label: z.string() }),
])
export type CameraStatus = z.infer<typeof cameraStatusSchema>

export const trackerStatusSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('loading'), name: z.string() }),
  z.strictObject({ kind: z.literal('ready'), name: z.string(), delegate: z.enum(['cpu', 'gpu']) }),
  z.strictObject({
    kind: z.literal('failed'),
    name: z.string(),
    ...problemSchema.shape,
  }),
])
export type TrackerStatus = z.infer<typeof trackerStatusSchema>

export const cameraSourceSchema = z.discriminatedUnion('kind', [
  /** A camera by its label (or part of it); without one, the first there is. */
  z.strictObject({ kind: z.literal('device'), label: z.string().optional() }),
  /** A video that plays once, from an address on this app's own server or protocol. */
  z.strictObject({ kind: z.literal('file'), url: z.string(), label: z.string() }),
  /** The rendered hand, playing a named script for ever or once. */
  z.strictObject({ kind: z.literal('demo'), script: z.string(), loop: z.boolean() }),
])
export type CameraSource = z.infer<typeof cameraSourceSchema>

/** What the host tells the renderer to do with the camera. Paused means `open: false`: the device is let go. */
export const cameraCommandSchema = z.strictObject({
  open: z.boolean(),
  source: cameraSourceSchema,
  /** The picture that comes in is already mirrored (a selfie view): do not mirror it again. */
  isSourceMirrored: z.boolean(),
  /** The demo hand plays because there is no camera, and nobody asked for it. */
  isStandIn: z.boolean().optional(),
})
export type CameraCommand = z.infer<typeof cameraCommandSchema>

export const trackerCommandSchema = z.strictObject({
  name: z.string(),
  /** `auto` takes the GPU where there is a real one. */
  delegate: z.enum(['auto', 'cpu', 'gpu']),
  /** Where the native tracker's process takes pictures, and what lets this page in; absent while it is not up. */
  endpoint: z.strictObject({ url: z.string(), token: z.string() }).optional(),
  /** Address of the .task bundle on this app's own server or protocol, or why there is none. */
  model: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('found'), url: z.string() }),
    z.strictObject({ kind: z.literal('broken'), message: sentenceSchema, fix: sentenceSchema }),
  ]),
})
export type TrackerCommand = z.infer<typeof trackerCommandSchema>

/** What the page is to do about hands: follow them by this tracker, or see which is the faster. */
export const trackingCommandSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('track'), tracker: trackerCommandSchema }),
  /** Time these on a picture, one after the other, and track with none until the next order. */
  z.strictObject({ kind: z.literal('measure'), trackers: z.array(trackerCommandSchema) }),
])
export type TrackingCommand = z.infer<typeof trackingCommandSchema>

/** What a tracker took for the demo hand's picture on this machine. */
export const trackerTimingSchema = z.strictObject({
  name: z.string(),
  /** Absent: it could not be started. */
  medianMs: z.number().nonnegative().optional(),
})
export type TrackerTiming = z.infer<typeof trackerTimingSchema>

/** Rolling figures of the last second or two, per stage. */
export const rendererMetricsSchema = z.strictObject({
  cameraFps: z.number().nonnegative(),
  trackedFps: z.number().nonnegative(),
  droppedFrames: z.number().int().nonnegative(),
  /** Medians in ms: waiting for the tracker, and inside it. */
  waitMs: z.number().nonnegative(),
  detectMs: z.number().nonnegative(),
})
export type RendererMetrics = z.infer<typeof rendererMetricsSchema>

export const severitySchema = z.enum(['low', 'medium', 'high', 'fatal'])
/** Parts of Beckon, as problems and faults name them. */
export const stageSchema = z.enum([
  'camera',
  'tracking',
  'body',
  'link',
  'classifier',
  'gesture',
  'control',
  'output',
  'project',
  'window',
  'host',
  'hotkey',
  'letters',
  'tuning',
  'recordings',
  'videos',
  'service',
  'settings',
  'diagnostics',
  'command-line',
])
export type Stage = z.infer<typeof stageSchema>

export const stageProblemSchema = z.strictObject({
  stage: stageSchema,
  severity: severitySchema,
  ...problemSchema.shape,
  /** Since when it is so; the state store puts it there. */
  atEpochMs: z.number().optional(),
})
export type StageProblem = z.infer<typeof stageProblemSchema>
