export interface PointerSettings {
  readonly enabled: boolean
  /** Which hand points; `either` is the hand that came first. */
  readonly hand: 'left' | 'right' | 'either'
  /** Height of the control box in palm lengths, width follows the desktop's aspect ratio. */
  readonly boxHeightPalms: number
  /** 1€ filter of the hand's position: lower removes more jitter and adds lag. */
  readonly minCutoffHz: number
  /** 1€ filter, per palm length and second: higher follows a fast hand more closely. */
  readonly beta: number
  /** A held press becomes a drag after this long, or past `dragDistancePx`. */
  readonly dragDelayMs: number
  readonly dragDistancePx: number
  /** A drag goes on when the fingers part, until the next press: for those who cannot hold. */
  readonly dragLock: boolean
  /** A page that is let go of while it moves scrolls on and comes to rest by itself. */
  readonly scrollInertia: boolean
  /** `absolute`: a place in the box is a place on the desktop. `relative`: like a trackpad. */
  readonly mode: 'absolute' | 'relative'
  readonly relative: RelativeSettings
  /** What clicks: the project's gestures, keeping the cursor still, or both. */
  readonly clickSource: 'gesture' | 'dwell' | 'both'
  readonly dwell: DwellSettings
}

export interface RelativeSettings {
  /** Desktop pixels per palm length of slow movement. */
  readonly pxPerPalm: number
  /** How many times as far a fast movement goes; 1 for none. */
  readonly acceleration: number
  /** What lifts the hand off the trackpad: a fist, or any hand that does not point with its index finger. */
  readonly clutch: 'fist' | 'relaxed'
}

/** Lock-on, dwell and radius as OptiKey has them. */
export interface DwellSettings {
  readonly click: 'left' | 'right' | 'middle' | 'double' | 'drag'
  readonly lockOnMs: number
  readonly dwellMs: number
  readonly radiusPx: number
}

export const USUAL_RELATIVE: RelativeSettings = {
  pxPerPalm: 450,
  acceleration: 2.5,
  clutch: 'fist',
}
export const USUAL_DWELL: DwellSettings = {
  click: 'left',
  lockOnMs: 250,
  dwellMs: 1250,
  radiusPx: 60,
}
