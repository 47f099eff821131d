import { personAnchors } from '../hands/anchors.ts'
import { suppressNonMaxima } from '../hands/non-maximum-suppression.ts'
import {
  createDetectionScheduler,
  type DetectionScheduler,
  type DetectionSchedulerOptions,
} from '../hands/detection-scheduler.ts'
import { pixelsFault, type Pixels } from '../hands/pixels.ts'
import { letterbox, overlap, type Region } from '../hands/region.ts'
import { warp } from '../hands/warp.ts'
import { appearanceOf, type Appearance } from './appearance-descriptor.ts'
import { decodePeople, PERSON_INPUT_PX, regionOfPerson } from './person.ts'
import { PersonTracks } from './person-tracks.ts'
import { decodePose, POSE_INPUT_PX, type FoundPose } from './pose-landmarks.ts'
import type { PoseModels } from './pose-models.ts'

export interface PoseFinderOptions {
  readonly models: PoseModels
  readonly maxPeople: number
  /** Left out: every frame is looked at afresh, as for unrelated pictures. */
  readonly scheduler?: DetectionSchedulerOptions
}

export interface FoundBody extends FoundPose {
  /** Stays with a person while they are followed, and when they come back within half a minute. */
  readonly trackId: number
}

/** PoseLandmarkerOptions: min_pose_presence_confidence. */
const MIN_PRESENCE = 0.5
/** PoseLandmarkerOptions: min_tracking_confidence, which the graph uses as an overlap. */
const SAME_REGION_OVERLAP = 0.5
/** Of a body's extent, on average over the landmarks: an arm's width. Two people who stand side by side are further apart. */
const SAME_BODY_RATIO = 0.1

interface Sight {
  readonly id: number | undefined
  readonly region: Region
}
type BodyCandidate = FoundPose & {
  readonly id: number | undefined
  readonly appearance: Appearance
}

/** Finds bodies in the frames of one stream. Keeps where they were; several streams take a finder each. */
export class PoseFinder {
  readonly #models: PoseModels
  readonly #maxPeople: number
  readonly #scheduler: DetectionScheduler | undefined
  readonly #anchors = personAnchors()
  readonly #tracks = new PersonTracks()
  #widthPx = 0
  #heightPx = 0
  #lastMs = Number.NEGATIVE_INFINITY
  /** The last frame, while it has still to be searched for further people. */
  #unsearched: Pixels | undefined
  /** Where further people may be, for the next frame. */
  #further: readonly Region[] = []

  constructor({ models, maxPeople, scheduler }: PoseFinderOptions) {
    this.#models = models
    this.#maxPeople = maxPeople
    this.#scheduler = scheduler && createDetectionScheduler(scheduler)
  }

  /**
   * `atMs` must increase. Rejects with a RangeError that says what is wrong with a frame it cannot read or a time that
   * went back; its memory of the stream stays as it was. `detectFurther` is best called after each.
   */
  async detect(pixels: Pixels, atMs: number): Promise<readonly FoundBody[]> {
    const fault = pixelsFault(pixels)
    if (fault !== undefined) throw new RangeError(`detect: expected a readable frame, got ${fault}`)
    if (!(atMs > this.#lastMs)) {
      throw new RangeError(`detect: expected a time after ${this.#lastMs} ms, got ${atMs} ms`)
    }
    this.#lastMs = atMs
    await this.detectFurther()
    this.#resetOnNewSize(pixels)
    const found: BodyCandidate[] = []
    for (const sight of await this.#regionsToRead(pixels, atMs)) {
      const look = await this.#readLandmarks(sight, pixels)
      if (look.presence >= MIN_PRESENCE) found.push(look)
    }
    const looks = suppressNonMaxima(found, SAME_BODY_RATIO)
    const tracks = this.#tracks.update(
      looks.map(({ id, nextRegion, appearance }) => ({ id, region: nextRegion, appearance })),
      atMs,
    )
    if (looks.length > 0) this.#scheduler?.sawHand(atMs)
    return looks.map(({ presence, landmarks, world, visibility, inPicture, nextRegion }, index) => {
      const trackId = tracks[index]?.id ?? 0
      return { trackId, presence, landmarks, world, visibility, inPicture, nextRegion }
    })
  }

  /**
   * Searches the last frame for people beside the known ones, where that is due; they are in the next frame's answer.
   * Apart from `detect`, because nobody has to wait for it: call it when the answer is on its way.
   */
  async detectFurther(): Promise<void> {
    const pixels = this.#unsearched
    this.#unsearched = undefined
    if (pixels) this.#further = await this.#personRegions(pixels)
  }

  /** Another camera or resolution: where people were says nothing. */
  #resetOnNewSize({ widthPx, heightPx }: Pixels): void {
    if (this.#widthPx === widthPx && this.#heightPx === heightPx) return
    this.#widthPx = widthPx
    this.#heightPx = heightPx
    this.#tracks.forget()
    this.#further = []
  }

  async #regionsToRead(pixels: Pixels, atMs: number): Promise<readonly Sight[]> {
    const tracked = this.#scheduler === undefined ? [] : this.#tracks.present
    const shouldSearch =
      tracked.length < this.#maxPeople &&
      (this.#scheduler?.shouldDetect(pixels, atMs, tracked.length) ?? true)
    const isUrgent = shouldSearch && tracked.length === 0
    if (shouldSearch && !isUrgent) this.#unsearched = pixels
    const regions = isUrgent ? await this.#personRegions(pixels) : this.#further
    this.#further = []
    const sights: Sight[] = tracked.map(({ id, region }) => ({ id, region }))
    for (const region of regions) {
      const isKnown = sights.some((sight) => overlap(sight.region, region) > SAME_REGION_OVERLAP)
      if (!isKnown) sights.push({ id: undefined, region })
    }
    return sights.slice(0, this.#maxPeople)
  }

  async #personRegions(pixels: Pixels): Promise<readonly Region[]> {
    const input = letterbox(pixels.widthPx, pixels.heightPx)
    warp(pixels, input, PERSON_INPUT_PX, 'zero', this.#models.personInput)
    const { boxes, scores } = await this.#models.detectPeople()
    return decodePeople(boxes, scores, this.#anchors).map((person) => regionOfPerson(person, input))
  }

  async #readLandmarks({ id, region }: Sight, pixels: Pixels): Promise<BodyCandidate> {
    const { poseInput } = this.#models
    warp(pixels, region, POSE_INPUT_PX, 'replicate', poseInput)
    const pose = decodePose(await this.#models.findPose(), region, this.#widthPx, this.#heightPx)
    const appearance = appearanceOf(pose, poseInput, region, this.#widthPx, this.#heightPx)
    return { ...pose, id, appearance }
  }
}
