import { palmAnchors } from './anchors.ts'
import { createEffort, type Effort, type EffortOptions } from './effort.ts'
import { decodeHand, HAND_INPUT_PX, regionOfLandmarks, type FoundHand } from './hand-landmarks.ts'
import type { HandModels } from './hand-models.ts'
import { decodePalms, PALM_INPUT_PX, regionOfPalm } from './palm.ts'
import { pixelsFault, type Pixels } from './pixels.ts'
import { letterbox, overlap, type Region } from './region.ts'
import { withoutDuplicates } from './same-hand.ts'
import {
  isWhole,
  partAround,
  regionInView,
  viewFault,
  wholeView,
  type Part,
  type View,
} from './view.ts'
import { warp } from './warp.ts'

/** What the next frame is worth. */
export interface NextLook {
  /** For so long after the last frame no picture would be looked at: nobody has been there for a while. */
  readonly restMs: number
  /** The part of the next picture that would be looked at; undefined: all of it. */
  readonly part: Part | undefined
}

export interface HandFinderOptions {
  readonly models: HandModels
  readonly maxHands: number
  /** Left out: every frame is looked at afresh, as for unrelated pictures. */
  readonly effort?: EffortOptions
}

/** HandLandmarkerOptions: min_hand_presence_confidence. */
const MIN_PRESENCE = 0.5
/** HandLandmarkerOptions: min_tracking_confidence, which the graph uses as an overlap. */
const SAME_REGION_OVERLAP = 0.5

/** Finds hands in the frames of one stream. Keeps where they were; several streams take a finder each. */
export class HandFinder {
  readonly #models: HandModels
  readonly #maxHands: number
  readonly #effort: Effort | undefined
  readonly #anchors = palmAnchors()
  /** Where the hands will be, in px of a picture of this size. */
  #tracked: readonly Region[] = []
  #widthPx = 0
  #heightPx = 0
  #lastMs = Number.NEGATIVE_INFINITY

  constructor({ models, maxHands, effort }: HandFinderOptions) {
    this.#models = models
    this.#maxHands = maxHands
    this.#effort = effort && createEffort(effort)
  }

  /**
   * `atMs` must increase. Rejects with a RangeError that says what is wrong with a frame it cannot read or a time that
   * went back; its memory of the stream stays as it was. Pixels that are a part of the picture are only searched for
   * hands that are known already.
   */
  async detect(
    pixels: Pixels,
    atMs: number,
    view = wholeView(pixels),
  ): Promise<readonly FoundHand[]> {
    const fault = pixelsFault(pixels) ?? viewFault(view, pixels)
    if (fault !== undefined) throw new RangeError(`detect: expected a readable frame, got ${fault}`)
    if (!(atMs > this.#lastMs)) {
      throw new RangeError(`detect: expected a time after ${this.#lastMs} ms, got ${atMs} ms`)
    }
    this.#lastMs = atMs
    this.#fitPicture(view)
    const regions = this.#isSearching(pixels, atMs, view)
      ? merge(this.#tracked, await this.#palmRegions(pixels))
      : this.#tracked
    const hands = await this.#handsIn(regions.slice(0, this.#maxHands), pixels, view)
    if (this.#effort === undefined) return hands
    if (hands.length > 0) this.#effort.sawHand(atMs)
    this.#tracked = hands.map(({ landmarks }) =>
      regionOfLandmarks(landmarks, this.#widthPx, this.#heightPx),
    )
    return hands
  }

  next(): NextLook {
    const hands = this.#tracked.length
    const restMs = this.#effort?.restMs(this.#lastMs, hands) ?? 0
    const isWhole = this.#effort?.needsWholeNext(this.#lastMs, hands, this.#maxHands) ?? true
    const part = isWhole ? undefined : partAround(this.#tracked, this.#widthPx, this.#heightPx)
    return { restMs, part }
  }

  /** Another camera or resolution: where the hands were says nothing. */
  #fitPicture({ pictureWidthPx, pictureHeightPx }: View): void {
    if (this.#widthPx === pictureWidthPx && this.#heightPx === pictureHeightPx) return
    this.#widthPx = pictureWidthPx
    this.#heightPx = pictureHeightPx
    this.#tracked = []
  }

  #isSearching(pixels: Pixels, atMs: number, view: View): boolean {
    if (this.#tracked.length >= this.#maxHands || !isWhole(view, pixels)) return false
    return this.#effort?.shouldDetect(pixels, atMs, this.#tracked.length) ?? true
  }

  async #palmRegions(pixels: Pixels): Promise<readonly Region[]> {
    const input = letterbox(pixels.widthPx, pixels.heightPx)
    warp(pixels, input, PALM_INPUT_PX, 'zero', this.#models.palmInput)
    const { boxes, scores } = await this.#models.detectPalms()
    return decodePalms(boxes, scores, this.#anchors).map((palm) => regionOfPalm(palm, input))
  }

  async #handsIn(
    regions: readonly Region[],
    pixels: Pixels,
    view: View,
  ): Promise<readonly FoundHand[]> {
    const hands: FoundHand[] = []
    for (const region of regions) {
      const inView = regionInView(region, view)
      warp(pixels, inView, HAND_INPUT_PX, 'replicate', this.#models.handInput)
      const output = await this.#models.findHand()
      const hand = decodeHand(output, region, view.pictureWidthPx, view.pictureHeightPx)
      if (hand.presence >= MIN_PRESENCE) hands.push(hand)
    }
    return withoutDuplicates(hands)
  }
}

/** The hands already followed keep their regions; a palm counts as new where no region lies yet. */
function merge(tracked: readonly Region[], found: readonly Region[]): readonly Region[] {
  const regions = [...tracked]
  for (const region of found) {
    if (!regions.some((known) => overlap(known, region) > SAME_REGION_OVERLAP)) regions.push(region)
  }
  return regions
}
