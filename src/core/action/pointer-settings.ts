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
}
