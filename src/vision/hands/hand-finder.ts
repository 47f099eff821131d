import { palmAnchors } from './anchors.ts'
import { suppressNonMaxima } from './non-maximum-suppression.ts'
import {
  createDetectionScheduler,
  type DetectionScheduler,
  type DetectionSchedulerOptions,
} from './detection-scheduler.ts'
import { decodeHand, HAND_INPUT_PX, regionOfLandmarks, type FoundHand } from './hand-landmarks.ts'
import type { HandModels } from './hand-models.ts'
import { decodePalms, PALM_INPUT_PX, regionOfPalm } from './palm.ts'
import { pixelsFault, type Pixels } from './pixels.ts'
import { letterbox, overlap, type Region } from './region.ts'
import {
  isWhole,
  viewAroundRegions,
  regionInView,
  viewFault,
  wholeView,
  type Part,
  type View,
} from './view.ts'
import { warp } from './warp.ts'

/** What the next frame is worth. */
export interface NextDetection {
  /** For so long after the last frame no picture would be looked at: nobody has been there for a while. */
  readonly restMs: number
  /** The part of the next picture that would be looked at; undefined: all of it. */
  readonly part: Part | undefined
  /** `detectFurther` would search the whole of the last picture. */
  readonly isSearchWanted: boolean
}

export interface HandFinderOptions {
  readonly models: HandModels
  readonly maxHands: number
  /** Left out: every frame is looked at afresh, as for unrelated pictures. */
  readonly scheduler?: DetectionSchedulerOptions
  /**
   * Whether a doubted hand is looked at again through its palm after a long interval: true unless said otherwise. Where
   * nobody's gestures hang on it, what it costs makes the next interval long, too.
   */
  readonly isRecheckingLate?: boolean
}

/** HandLandmarkerOptions: min_hand_presence_confidence. */
const MIN_PRESENCE = 0.5
/** HandLandmarkerOptions: min_tracking_confidence, which the graph uses as an overlap. */
const SAME_REGION_OVERLAP = 0.5
/**
 * A hand that moves on between two frames that lie far apart can be misread for good: the next region comes from the last
 * landmarks, so a thumb once taken for the index finger stays one. The model is then a little less sure of it than of the
 * same hand seen through its palm. So after a long interval a doubted hand is also looked at through its palm, every frame
 * while the doubt lasts. Tuned on mp_thumb_up.mp4: of the frames that show the thumb 66, 62 and 72 % were read as one at
 * 15, 12.5 and 10 frames a second, with it 90, 90 and 85 %. At 25 a second nothing is misread, and nothing changes.
 */
const LATE_MS = 45
const DOUBTED_PRESENCE = 0.993
const SURER_RATIO = 0.6
/** A misread hand's region is too large and a little off; its palm's still lies mostly within. */
const SAME_HAND_OVERLAP = 0.3
/**
 * Of a hand's extent: two real hands that touch are several times further apart; found on the two-hand frames of the
 * parity evaluation.
 */
const SAME_HAND_RATIO = 0.2

/** Finds hands in the frames of one stream. Keeps where they were; several streams take a finder each. */
export class HandFinder {
  readonly #models: HandModels
  readonly #maxHands: number
  readonly #isRecheckingLate: boolean
  readonly #scheduler: DetectionScheduler | undefined
  readonly #anchors = palmAnchors()
  /** Where the hands will be, in px of a picture of this size. */
  #tracked: readonly Region[] = []
  #widthPx = 0
  #heightPx = 0
  /** The last look left a doubt: the next one takes palms in. */
  #isDoubted = false
  #lastMs = Number.NEGATIVE_INFINITY
  /** The last frame, while it has still to be searched for further hands. */
  #unsearched: Pixels | undefined
  /** Where further hands may be, for the next frame. */
  #further: readonly Region[] = []

  constructor({ models, maxHands, scheduler, isRecheckingLate = true }: HandFinderOptions) {
    this.#models = models
    this.#maxHands = maxHands
    this.#isRecheckingLate = isRecheckingLate
    this.#scheduler = scheduler && createDetectionScheduler(scheduler)
  }

  /**
   * `atMs` must increase. Rejects with a RangeError that says what is wrong with a frame it cannot read or a time that
   * went back; its memory of the stream stays as it was. Pixels that are a part of the picture are only searched for
   * hands that are known already. `detectFurther` is best called after each.
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
    const isLate =
      this.#isRecheckingLate && this.#tracked.length > 0 && atMs - this.#lastMs > LATE_MS
    this.#lastMs = atMs
    await this.detectFurther()
    this.#resetOnNewSize(view)
    const shouldSearch = this.#shouldSearch(pixels, atMs, view)
    const mustSearch = this.#tracked.length === 0 || this.#isDoubted
    const palms =
      shouldSearch && mustSearch ? await this.#palmRegions(pixels) : this.#takePreparedPalms()
    if (shouldSearch && !mustSearch) this.#unsearched = pixels
    const regions = mergeHands(this.#tracked, palms).slice(0, this.#maxHands)
    const found: FoundHand[] = []
    this.#isDoubted = false
    for (const region of regions) {
      const seen = await this.#readLandmarks(region, pixels, view)
      const hand = isLate ? await this.#surestReading(seen, region, palms, pixels, view) : seen
      if (hand.presence >= MIN_PRESENCE) found.push(hand)
    }
    const hands = suppressNonMaxima(found, SAME_HAND_RATIO)
    if (this.#scheduler === undefined) return hands
    if (hands.length > 0) this.#scheduler.sawHand(atMs)
    this.#tracked = hands.map(({ landmarks }) =>
      regionOfLandmarks(landmarks, this.#widthPx, this.#heightPx),
    )
    return hands
  }

  /**
   * Searches the last frame for hands beside the known ones, where that is due; they are in the next frame's answer.
   * Apart from `detect`, because it takes longer than following a hand does: call it when the answer is on its way.
   * `pixels` is the whole of the last picture, where `detect` was given a part of it; where it had the whole, the next
   * `detect` makes up for a call that was left out.
   */
  async detectFurther(pixels?: Pixels): Promise<void> {
    const unsearched = pixels && this.#isDue(pixels) ? pixels : this.#unsearched
    this.#unsearched = undefined
    if (unsearched) this.#further = await this.#palmRegions(unsearched)
  }

  nextDetection(): NextDetection {
    const hands = this.#tracked.length
    const restMs = this.#scheduler?.restMs(this.#lastMs, hands) ?? 0
    const isWhole = this.#isDoubted || hands === 0
    const part = isWhole
      ? undefined
      : viewAroundRegions(this.#tracked, this.#widthPx, this.#heightPx)
    const isSearchWanted =
      !isWhole && (this.#scheduler?.isFurtherDue(this.#lastMs, hands, this.#maxHands) ?? false)
    return { restMs, part, isSearchWanted }
  }

  #isDue(pixels: Pixels): boolean {
    const isLastPicture = pixels.widthPx === this.#widthPx && pixels.heightPx === this.#heightPx
    const isReadable = isLastPicture && pixelsFault(pixels) === undefined
    return isReadable && this.#shouldSearch(pixels, this.#lastMs, wholeView(pixels))
  }

  /** Another camera or resolution: where the hands were says nothing. */
  #resetOnNewSize({ pictureWidthPx, pictureHeightPx }: View): void {
    if (this.#widthPx === pictureWidthPx && this.#heightPx === pictureHeightPx) return
    this.#widthPx = pictureWidthPx
    this.#heightPx = pictureHeightPx
    this.#tracked = []
    this.#further = []
  }

  #takePreparedPalms(): readonly Region[] {
    const regions = this.#further
    this.#further = []
    return regions
  }

  #shouldSearch(pixels: Pixels, atMs: number, view: View): boolean {
    if (!isWhole(view, pixels)) return false
    if (this.#isDoubted) return true
    if (this.#tracked.length >= this.#maxHands) return false
    return this.#scheduler?.shouldDetect(pixels, atMs, this.#tracked.length) ?? true
  }

  async #palmRegions(pixels: Pixels): Promise<readonly Region[]> {
    const input = letterbox(pixels.widthPx, pixels.heightPx)
    warp(pixels, input, PALM_INPUT_PX, 'zero', this.#models.palmInput)
    const { boxes, scores } = await this.#models.detectPalms()
    return decodePalms(boxes, scores, this.#anchors).map((palm) => regionOfPalm(palm, input))
  }

  /** The hand as it was seen, or through its palm where that leaves much less doubt. */
  async #surestReading(
    seen: FoundHand,
    region: Region,
    palms: readonly Region[],
    pixels: Pixels,
    view: View,
  ): Promise<FoundHand> {
    if (seen.presence >= DOUBTED_PRESENCE) return seen
    this.#isDoubted = true
    const palm = palms.find(
      (other) => other !== region && overlap(other, region) > SAME_HAND_OVERLAP,
    )
    if (palm === undefined) return seen
    const again = await this.#readLandmarks(palm, pixels, view)
    return 1 - again.presence < (1 - seen.presence) * SURER_RATIO ? again : seen
  }

  async #readLandmarks(region: Region, pixels: Pixels, view: View): Promise<FoundHand> {
    warp(pixels, regionInView(region, view), HAND_INPUT_PX, 'replicate', this.#models.handInput)
    const output = await this.#models.findHand()
    return decodeHand(output, region, view.pictureWidthPx, view.pictureHeightPx)
  }
}

/** The hands already followed keep their regions; a palm counts as new where no region lies yet. */
function mergeHands(tracked: readonly Region[], found: readonly Region[]): readonly Region[] {
  const regions = [...tracked]
  for (const region of found) {
    if (!regions.some((known) => overlap(known, region) > SAME_REGION_OVERLAP)) regions.push(region)
  }
  return regions
}
