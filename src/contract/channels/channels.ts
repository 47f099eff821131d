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
import { reliable, latest, onOverlay, request, state, type Lane } from '../boundary/channel.ts'
import { diagnosticsRequests } from './diagnostics-channels.ts'
import { frameMessageSchema } from '../frames/frame-message.ts'
import { nothing } from '../boundary/nothing.ts'
import { pointingTestRequests } from './pointing-test-channels.ts'
import { practiceDownlinks, practiceRequests } from './practice-channels.ts'
import { presenceDownlinks, presenceUplinks } from './presence-channels.ts'
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
  trackerStatusSchema,
  trackerTimingSchema,
  trackingCommandSchema,
} from './status.ts'

/** Renderer → main, no answer. */
export const uplinks = {
  frame: latest(frameMessageSchema),
  metrics: latest(rendererMetricsSchema),
  camera: reliable(cameraStatusSchema),
  /** Labels of the cameras there are now. */
  cameras: reliable(z.array(z.string())),
  tracker: reliable(trackerStatusSchema),
  /** The answer to an order to measure. */
  trackerTimings: reliable(z.array(trackerTimingSchema)),
  problem: reliable(stageProblemSchema),
  ...bodyUplinks,
  ...presenceUplinks,
} as const

/** Main → renderer, no answer. */
export const downlinks = {
  state: onOverlay(state(appStateSchema)),
  /** `began`, `ended` and `cancelled`; `changed` stays in main. */
  gesture: onOverlay(reliable(shownGestureSchema)),
  action: onOverlay(reliable(shownActionSchema)),
  projects: state(z.array(listedProjectSchema)),
  cameraCommand: state(cameraCommandSchema),
  trackerCommand: state(trackingCommandSchema),
  progress: onOverlay(latest(progressSchema)),
  pointer: onOverlay(latest(pointerViewSchema)),
  ...presenceDownlinks,
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

/** Every channel that says how things are. */
export const stateChannels: readonly StateChannel[] = Object.keys(downlinks).filter(isStateChannel)

function isStateChannel(channel: string): channel is StateChannel {
  return laneOf(downlinks, channel) === 'state'
}

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
/** What says how things are: published, and kept for whoever comes. */
export type StateChannel = {
  readonly [Name in Downlink]: (typeof downlinks)[Name]['lane'] extends 'state' ? Name : never
}[Downlink]
/** What says that something happened, or goes on: sent, and over. */
export type EventChannel = Exclude<Downlink, StateChannel>
export type UplinkPayload<Name extends Uplink> = z.infer<(typeof uplinks)[Name]['schema']>
export type DownlinkPayload<Name extends Downlink> = z.infer<(typeof downlinks)[Name]['schema']>
export type Ask<Name extends Request> = z.infer<(typeof requests)[Name]['ask']>
export type Answer<Name extends Request> = z.infer<(typeof requests)[Name]['answer']>
