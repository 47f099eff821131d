import type { Desktop, ScreenPoint } from '../geometry/point.ts'
import { rampRatio } from '../geometry/vector.ts'
import type { GestureHand } from '../gesture/gesture-event.ts'
import type { HandTracks } from '../hand/hand-tracks.ts'
import type { HandFeatures } from '../hand/hand-features.ts'
import type { Handedness } from '../hand/hand-frame.ts'
import type { Finger } from '../hand/landmark.ts'
import { stepAim } from './aim.ts'
import type { AimState } from './aim.ts'
import { addToHistory, settledBeforeClosing, settledBeforeTouch } from './press-anticipation.ts'
import type { CloseHistory } from './press-anticipation.ts'
import { clampToDesktop } from '../geometry/desktop.ts'
import { holdCursor, liftCursor, moveCursor, startCursor, toWholePixel } from './cursor.ts'
import type { Cursor } from './cursor.ts'
import { fitToHand } from './hand-calibration.ts'
import type { Calibrations } from './hand-calibration.ts'
import type { PointerSettings } from './pointer-settings.ts'
import { isResting, NO_POINTING, stepPointingHand } from './pointing-hand.ts'
import type { PointingHand } from './pointing-hand.ts'

/** From hands to a cursor: which hand points, where it aims, and what holds the cursor back. */
export interface Pointer {
  readonly hand: PointingHand
  readonly aim: AimState | undefined
  readonly cursor: Cursor | undefined
  readonly history: CloseHistory
  /** A finger is closing: where the cursor waits for the pinch, and since when. */
  readonly closing: { readonly at: ScreenPoint; readonly sinceMs: number } | undefined
  /** Where the cursor was last, for the next hand to go on from. */
  readonly last: ScreenPoint | undefined
}

export const NO_POINTER: Pointer = {
  hand: NO_POINTING,
  aim: undefined,
  cursor: undefined,
  history: [],
  closing: undefined,
  last: undefined,
}

export interface PointerInput {
  readonly atMs: number
  readonly tracks: HandTracks
  readonly aspectRatio: number
  readonly settings: PointerSettings
  readonly desktop: Desktop
  readonly calibrations: Calibrations
  readonly isPinching: (side: Handedness) => boolean
}

/** A closing that has not become a pinch after this long was something else. */
const CLOSING_MS = 400

/** Of finger tip and thumb, in palm lengths: no press in sight, and about to touch (as the pinch classifier has it). */
const APART_PALMS = 0.6
const TOUCHING_PALMS = 0.35

/** Takes in a frame; the cursor itself moves in `moveOrHold`, when the actions have said what they hold. */
export function stepPointer(pointer: Pointer, input: PointerInput): Pointer {
  const { atMs, tracks, settings } = input
  if (!settings.enabled) return pointer
  const clutch = settings.mode === 'relative' ? settings.relative.clutch : 'fist'
  const hand = stepPointingHand(pointer.hand, { ...input, wanted: settings.hand, clutch })
  const track = hand.side === undefined ? undefined : tracks[hand.side]
  if (track === undefined) {
    return { ...NO_POINTER, hand, last: pointer.cursor?.at ?? pointer.last }
  }
  if (track.absentMs > 0) return { ...pointer, hand }
  const { desktop, aspectRatio, calibrations } = input
  const fitted = fitToHand(settings, calibrations[track.side], desktop, aspectRatio)
  const last = pointer.cursor?.at ?? pointer.last
  const aim = stepAim(pointer.aim, { ...input, ...fitted, track, startAt: last })
  const isNew = aim.bornAtMs !== pointer.aim?.bornAtMs || pointer.cursor === undefined
  const cursor = isNew ? startCursor(aim.aim, last) : pointer.cursor
  const { pinchRatio } = track.features
  const history = addToHistory(isNew ? [] : pointer.history, {
    atMs,
    cursor: cursor.at,
    pinchRatio,
  })
  const settled = settledBeforeClosing(history)
  const sinceMs = pointer.closing?.sinceMs ?? atMs
  const at = pointer.closing?.at ?? settled
  const isClosing = settled !== undefined && at !== undefined && atMs - sinceMs < CLOSING_MS
  return { hand, aim, cursor, history, closing: isClosing ? { at, sinceMs } : undefined, last }
}

/** Moves the cursor with the hand, or keeps it where an action, a closing pinch or a resting hand holds it. */
export function moveOrHold(
  pointer: Pointer,
  heldAt: ScreenPoint | undefined,
  input: PointerInput,
): Pointer {
  const { aim, cursor, hand, closing } = pointer
  const track = hand.side === undefined ? undefined : input.tracks[hand.side]
  if (aim === undefined || cursor === undefined || track === undefined) return pointer
  if (track.absentMs > 0) return pointer
  const rests = isResting(hand, track.side, input.atMs)
  const holdAt = heldAt ?? (input.isPinching(track.side) ? undefined : closing?.at)
  if (holdAt !== undefined || rests) {
    const at = clampToDesktop(holdAt ?? cursor.at, input.desktop)
    if (input.settings.mode === 'relative') return liftPointer(pointer, aim, at)
    return { ...pointer, cursor: holdCursor(aim.aim, at) }
  }
  const press = pressRatio(track.features)
  return { ...pointer, cursor: moveCursor(cursor, aim.aim, input.desktop, press) }
}

/** Off the trackpad: the hand may go anywhere, the pointer goes on from where it is. */
const liftPointer = (pointer: Pointer, aim: AimState, at: ScreenPoint): Pointer => ({
  ...pointer,
  aim: { ...aim, aim: { ...aim.aim, at } },
  cursor: liftCursor(aim.aim, at),
})

/** How near the tips that are nearest to the thumb are to touching it. */
function pressRatio({ pinchRatio }: HandFeatures): number {
  const nearest = Math.min(pinchRatio.index, pinchRatio.middle, pinchRatio.ring, pinchRatio.little)
  return 1 - rampRatio(nearest, TOUCHING_PALMS, APART_PALMS)
}

/** Where a press by this finger of this hand means to be: where the cursor had settled before the closing began. */
export function pressPoint(
  pointer: Pointer,
  side: GestureHand,
  fingers: readonly Finger[],
): ScreenPoint | undefined {
  const { cursor, closing, history, hand } = pointer
  if (cursor === undefined) return undefined
  // A hand that does not point presses where the other one points now.
  if (side !== hand.side) return toWholePixel(cursor.at)
  const [finger] = fingers
  const settled =
    closing?.at ?? (finger === undefined ? undefined : settledBeforeTouch(history, finger))
  return toWholePixel(settled ?? cursor.at)
}

export const cursorPixel = ({ cursor }: Pointer): ScreenPoint | undefined =>
  cursor === undefined ? undefined : toWholePixel(cursor.at)

/** Where the cursor is moved by its hand and by nothing else, in this frame; undefined otherwise. */
export function freeCursorAt(
  pointer: Pointer,
  heldAt: ScreenPoint | undefined,
  { tracks, atMs, isPinching }: PointerInput,
): ScreenPoint | undefined {
  const { side } = pointer.hand
  if (heldAt !== undefined || side === undefined || tracks[side]?.absentMs !== 0) return undefined
  if (isPinching(side) || isResting(pointer.hand, side, atMs)) return undefined
  return cursorPixel(pointer)
}
