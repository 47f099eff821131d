import { z } from 'zod'
import {
  appStateSchema,
  modeSchema,
  pointerViewSchema,
  progressSchema,
  listedProjectSchema,
  shownActionSchema,
  shownGestureSchema,
} from './app-state.ts'
import { bodyDownlinks, bodyRequests, bodyUplinks } from './body-channels.ts'
import { calibrationDownlinks, calibrationRequests } from './calibration-channels.ts'
import { reliable, latest, request, type Lane } from '../boundary/channel.ts'
import { diagnosticsRequests } from './diagnostics-channels.ts'
import { frameMessageSchema } from '../frames/frame-message.ts'
import { pointingTestRequests } from './pointing-test-channels.ts'
import { practiceDownlinks, practiceRequests } from './practice-channels.ts'
import { projectDownlinks, projectRequests } from './project-channels.ts'
import { recordingDownlinks, recordingRequests } from './recording-channels.ts'
import { serviceDownlinks } from './service-channels.ts'
import { settingsDownlinks, settingsRequests } from './settings.ts'
import { shadowDownlinks, shadowRequests } from './shadow-channels.ts'
import { spellingDownlinks } from './spelling-channels.ts'
import { videoDownlinks, videoRequests } from './video-channels.ts'
import {
  cameraCommandSchema,
  cameraSourceSchema,
  cameraStatusSchema,
  rendererMetricsSchema,
  stageProblemSchema,
  trackerCommandSchema,
  trackerStatusSchema,
  trackerTimingSchema,
} from './status.ts'

/** Renderer → main, no answer. */
export const uplinks = {
  frame: latest(frameMessageSchema),
  metrics: latest(rendererMetricsSchema),
  camera: reliable(cameraStatusSchema),
  /** Labels of the cameras there are now. */
  cameras: reliable(z.array(z.string())),
  tracker: reliable(trackerStatusSchema),
  /** The answer to `measureTrackers`. */
  trackerTimings: reliable(z.array(trackerTimingSchema)),
  problem: reliable(stageProblemSchema),
  ...bodyUplinks,
} as const

/** Main → renderer, no answer. */
export const downlinks = {
  state: reliable(appStateSchema),
  /** `began`, `ended` and `cancelled`; `changed` stays in main. */
  gesture: reliable(shownGestureSchema),
  action: reliable(shownActionSchema),
  projects: reliable(z.array(listedProjectSchema)),
  cameraCommand: reliable(cameraCommandSchema),
  trackerCommand: reliable(trackerCommandSchema),
  /** Time these, one after the other, and track with none until the next order. */
  measureTrackers: reliable(z.array(trackerCommandSchema)),
  progress: latest(progressSchema),
  pointer: latest(pointerViewSchema),
  ...projectDownlinks,
  ...settingsDownlinks,
  ...serviceDownlinks,
  ...recordingDownlinks,
  ...calibrationDownlinks,
  ...shadowDownlinks,
  ...spellingDownlinks,
  ...practiceDownlinks,
  ...bodyDownlinks,
  ...videoDownlinks,
} as const

/** The lane of a channel named by the other side, or nothing when this direction has none of that name. */
export function laneOf(
  direction: Readonly<Record<string, { readonly lane: Lane }>>,
  channel: string,
): Lane | undefined {
  return Object.hasOwn(direction, channel) ? direction[channel]?.lane : undefined
}

const nothing = z.strictObject({})

/** Renderer → main, answered with a Result. */
export const requests = {
  setMode: request(z.strictObject({ mode: modeSchema }), nothing),
  switchProject: request(z.strictObject({ id: z.string() }), nothing),
  chooseCamera: request(z.strictObject({ source: cameraSourceSchema }), nothing),
  /** `auto` times them on this machine and takes the faster. */
  chooseTracker: request(
    z.strictObject({ tracker: z.enum(['native', 'mediapipe', 'auto']) }),
    nothing,
  ),
  setSourceMirrored: request(z.strictObject({ isSourceMirrored: z.boolean() }), nothing),
  ...projectRequests,
  ...settingsRequests,
  ...recordingRequests,
  ...calibrationRequests,
  ...shadowRequests,
  ...pointingTestRequests,
  ...practiceRequests,
  ...bodyRequests,
  ...diagnosticsRequests,
  ...videoRequests,
} as const

export type Uplink = keyof typeof uplinks
export type Downlink = keyof typeof downlinks
export type Request = keyof typeof requests
export type UplinkPayload<Name extends Uplink> = z.infer<(typeof uplinks)[Name]['schema']>
export type DownlinkPayload<Name extends Downlink> = z.infer<(typeof downlinks)[Name]['schema']>
export type Ask<Name extends Request> = z.infer<(typeof requests)[Name]['ask']>
export type Answer<Name extends Request> = z.infer<(typeof requests)[Name]['answer']>
