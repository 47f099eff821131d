/** How one finger bends, in degrees added to the mesh's own flat hand. 0 everywhere is a straight finger. */
export interface FingerBend {
  /** Sideways at the knuckle, towards the thumb. */
  readonly spreadDeg: number
  readonly knuckleDeg: number
  readonly middleDeg: number
  readonly tipDeg: number
}

export interface ThumbBend {
  /** At the root: towards the palm. */
  readonly flexDeg: number
  /** At the root: away from the index finger is negative. */
  readonly spreadDeg: number
  /** At the root, around the bone. */
  readonly twistDeg: number
  readonly knuckleDeg: number
  readonly tipDeg: number
}

/** How the whole hand is turned, in degrees, seen as in a mirror. 0 everywhere: fingers up, palm towards the camera. */
export interface HandTurn {
  /** Fingertips tip towards the camera. */
  readonly pitchDeg: number
  /** Around the upright axis: the little finger's edge comes towards the camera. */
  readonly yawDeg: number
  /** In the picture: the fingers lean towards the thumb. */
  readonly rollDeg: number
}

export interface HandPose {
  readonly thumb: ThumbBend
  readonly index: FingerBend
  readonly middle: FingerBend
  readonly ring: FingerBend
  readonly little: FingerBend
  readonly turn: HandTurn
}

/** The pose a share `ratio` (0..1) of the way from one to the other, joint by joint. */
export function blendPoses(from: HandPose, to: HandPose, ratio: number): HandPose {
  return {
    thumb: blendAngles(from.thumb, to.thumb, ratio),
    index: blendAngles(from.index, to.index, ratio),
    middle: blendAngles(from.middle, to.middle, ratio),
    ring: blendAngles(from.ring, to.ring, ratio),
    little: blendAngles(from.little, to.little, ratio),
    turn: blendAngles(from.turn, to.turn, ratio),
  }
}

type Angles = { readonly [name: string]: number }

function blendAngles<Part extends ThumbBend | FingerBend | HandTurn>(
  from: Part,
  to: Part,
  ratio: number,
): Part {
  const target = asAngles(to)
  const blended = Object.entries(from).map(([name, angleDeg]: [string, number]) => [
    name,
    angleDeg + ((target[name] ?? angleDeg) - angleDeg) * ratio,
  ])
  return asPart<Part>(Object.fromEntries(blended))
}

const asAngles = (part: ThumbBend | FingerBend | HandTurn): Angles => ({ ...part })
// The names come from a Part, each with a number: nothing can be missing.
const asPart = <Part>(angles: unknown): Part => angles as Part
