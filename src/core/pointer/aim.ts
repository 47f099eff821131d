import { createOneEuro } from '../filter/one-euro.ts'
import type { OneEuro } from '../filter/one-euro.ts'
import type { PlanePoint } from '../geometry/plane.ts'
import type { Desktop, ScreenPoint } from '../geometry/point.ts'
import { clampToDesktop } from '../geometry/desktop.ts'
import { rampRatio } from '../geometry/vector.ts'
import type { HandTrack } from '../hand/hand-tracks.ts'
import { controlBox, boxDraggedBy, planeToScreen } from './control-box.ts'
import type { PointerSettings, RelativeSettings } from './pointer-settings.ts'

/** Where the pointing hand points, before anything holds the cursor. */
export interface Aim {
  readonly at: ScreenPoint
  /** How far the hand has travelled since it was born, in desktop pixels, without bounds. */
  readonly travelled: ScreenPoint
  /** Desktop pixels per palm length of movement. */
  readonly pxPerPalm: number
  /** Within it a cursor stays when the hand rests, in palm lengths. */
  readonly restZonePalms: number
  /** Of the hand, in palm lengths per second, steadied. */
  readonly velocity: { readonly x: number; readonly y: number }
}

export interface AimState {
  /** Which hand: another birth starts afresh. */
  readonly bornAtMs: number
  readonly seenAtMs: number
  readonly palmLength: number
  readonly boxCentre: PlanePoint
  readonly hand: PlanePoint
  /** @note The authors' filter is an object with memory; it is owned by this state and never shared. */
  readonly filterX: OneEuro
  readonly filterY: OneEuro
  readonly aim: Aim
}

export interface AimInput {
  readonly atMs: number
  readonly track: HandTrack
  readonly aspectRatio: number
  readonly settings: PointerSettings
  readonly desktop: Desktop
  /** Where a relative aim goes on from: where the cursor was, if it was anywhere. */
  readonly startAt: ScreenPoint | undefined
  readonly neutral: PlanePoint | undefined
  readonly restZonePalms: number
}

/** The palm's size drives the box; it follows slowly, because turning the hand changes how large it looks. */
const PALM_TIME_CONSTANT_MS = 1000

/** Speed is steadied over this: landmark noise is speed too, but it turns round in every frame. */
const SPEED_TIME_CONSTANT_MS = 50

/** Only for frames in which the hand is seen. */
export function stepAim(before: AimState | undefined, input: AimInput): AimState {
  const { atMs, track, desktop } = input
  const state = before?.bornAtMs === track.bornAtMs ? before : newAim(input)
  const { features } = track
  const hand = {
    x: state.filterX.filter(features.anchor.x, atMs),
    y: state.filterY.filter(features.anchor.y, atMs),
  }
  const blend = 1 - Math.exp(-(atMs - state.seenAtMs) / PALM_TIME_CONSTANT_MS)
  const palmLength = state.palmLength + (features.palmLength - state.palmLength) * blend
  const isNew = state !== before
  const box = controlBoxOf(isNew ? undefined : centreFor(state, palmLength), palmLength, input)
  const boxCentre = boxDraggedBy(box, hand)
  const moved = { x: hand.x - state.hand.x, y: hand.y - state.hand.y }
  const velocity = velocityAfter(state, moved, atMs)
  const isRelative = input.settings.mode === 'relative'
  const pxPerImageHeight = isRelative
    ? trackpadPxPerPalm(input.settings.relative, velocity) / palmLength
    : desktop.height / box.height
  const px = { x: moved.x * pxPerImageHeight, y: moved.y * pxPerImageHeight }
  const { travelled } = state.aim
  return {
    ...state,
    seenAtMs: atMs,
    palmLength,
    boxCentre,
    hand,
    aim: {
      at: isRelative
        ? keptOnTrackpad(
            isNew ? startPoint(input) : plus(state.aim.at, px),
            desktop,
            input.settings,
          )
        : planeToScreen({ ...box, centre: boxCentre }, hand, desktop),
      travelled: isNew ? travelled : plus(travelled, px),
      pxPerPalm: palmLength * pxPerImageHeight,
      restZonePalms: input.restZonePalms,
      velocity,
    },
  }
}

/** Speeds between which a trackpad's pointer goes from its slow to its fast gain: aiming, and crossing the desktop. */
const SLOW_PALMS_PER_S = 0.5
const FAST_PALMS_PER_S = 4

function trackpadPxPerPalm(
  { pxPerPalm, acceleration }: RelativeSettings,
  { x, y }: Aim['velocity'],
): number {
  const fast = rampRatio(Math.hypot(x, y), SLOW_PALMS_PER_S, FAST_PALMS_PER_S)
  return pxPerPalm * (1 + (acceleration - 1) * fast)
}

/** As far past the desktop's edges, in palm lengths, as the cursor's dead zone can keep it off the last pixels. */
const OVERSCAN_PALMS = 0.05

/** A hand that goes on past an edge is not to be brought back as far first. */
function keptOnTrackpad(
  at: ScreenPoint,
  desktop: Desktop,
  { relative }: PointerSettings,
): ScreenPoint {
  const inside = clampToDesktop(at, desktop)
  const past = { x: at.x - inside.x, y: at.y - inside.y }
  const pastPx = Math.hypot(past.x, past.y)
  const mostPx = OVERSCAN_PALMS * relative.pxPerPalm
  const ratio = pastPx > mostPx ? mostPx / pastPx : 1
  return plus(inside, { x: past.x * ratio, y: past.y * ratio })
}

const startPoint = ({ startAt, desktop }: AimInput): ScreenPoint =>
  startAt ?? { x: desktop.left + desktop.width / 2, y: desktop.top + desktop.height / 2 }

const plus = (a: ScreenPoint, b: ScreenPoint): ScreenPoint => ({ x: a.x + b.x, y: a.y + b.y })

function velocityAfter(state: AimState, moved: PlanePoint, atMs: number): Aim['velocity'] {
  const sinceMs = atMs - state.seenAtMs
  if (sinceMs <= 0) return state.aim.velocity
  const blend = 1 - Math.exp(-sinceMs / SPEED_TIME_CONSTANT_MS)
  const palmsPerS = 1000 / sinceMs / state.palmLength
  const { x, y } = state.aim.velocity
  return { x: x + (moved.x * palmsPerS - x) * blend, y: y + (moved.y * palmsPerS - y) * blend }
}

function newAim({ atMs, track, settings, restZonePalms }: AimInput): AimState {
  const { anchor, palmLength } = track.features
  // The filter sees image heights; dividing by the palm makes its speed term mean palm lengths at every distance.
  const tuning = { minCutoffHz: settings.minCutoffHz, beta: settings.beta / palmLength }
  return {
    bornAtMs: track.bornAtMs,
    seenAtMs: atMs,
    palmLength,
    boxCentre: anchor,
    hand: anchor,
    filterX: createOneEuro(tuning),
    filterY: createOneEuro(tuning),
    aim: {
      ...{ at: { x: 0, y: 0 }, travelled: { x: 0, y: 0 }, velocity: { x: 0, y: 0 } },
      ...{ pxPerPalm: 1, restZonePalms },
    },
  }
}

/** A box that grows or shrinks does so about the hand: a hand that stays must not move the cursor by looking larger. */
function centreFor({ boxCentre, hand, palmLength: before }: AimState, now: number): PlanePoint {
  const ratio = now / before
  return {
    x: hand.x + (boxCentre.x - hand.x) * ratio,
    y: hand.y + (boxCentre.y - hand.y) * ratio,
  }
}

const controlBoxOf = (
  centre: PlanePoint | undefined,
  palmLength: number,
  { track, settings, aspectRatio, desktop, neutral }: AimInput,
): ReturnType<typeof controlBox> =>
  controlBox(centre, {
    side: track.side,
    palmLength,
    boxHeightPalms: settings.boxHeightPalms,
    aspectRatio,
    desktop,
    neutral,
  })
