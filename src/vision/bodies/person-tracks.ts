import { overlap, type Region } from '../hands/region.ts'
import { appearanceDifference, learnAppearance, type Appearance } from './appearance-descriptor.ts'

/** Somebody who is or was in the picture. */
export interface PersonTrack {
  readonly id: number
  /** Where to look next, or where they were last. */
  readonly region: Region
  readonly appearance: Appearance
  readonly seenMs: number
}

/** Somebody found in this frame; `id` when they were followed from the one before. */
export interface Sighting {
  readonly id: number | undefined
  readonly region: Region
  readonly appearance: Appearance
}

/** Who stays away for longer comes back as somebody new. */
const REMEMBERED_MS = 30_000
/** Lost for a moment at the same place: the same person, if the clothes do not say otherwise. */
const MOMENT_MS = 1500
const SAME_PLACE_OVERLAP = 0.25
/**
 * Mean difference of colours, 0..1. On the golden videos of squats, an interview and sprints a person stays within 0.116 of
 * what was learned of them; any two of the three differ by 0.18 or more. People dressed alike are told apart by place only.
 */
const SAME_APPEARANCE = 0.12
const OTHER_APPEARANCE = 0.2

/** Gives everybody a number that stays theirs while they are followed, and that they get back when they come again. */
export class PersonTracks {
  #present: readonly PersonTrack[] = []
  #away: readonly PersonTrack[] = []
  #lastId = 0

  /** Those of the last frame, in the order they were found. */
  get present(): readonly PersonTrack[] {
    return this.#present
  }

  /** Takes one frame's sightings; answers with their tracks, in the same order. */
  update(sightings: readonly Sighting[], atMs: number): readonly PersonTrack[] {
    const followed = new Set(sightings.map(({ id }) => id))
    const lost = this.#present.filter(({ id }) => !followed.has(id))
    this.#away = [...this.#away, ...lost].filter(({ seenMs }) => atMs - seenMs <= REMEMBERED_MS)
    this.#present = sightings.map((sighting) => this.#trackOf(sighting, atMs))
    return this.#present
  }

  /** Another camera: nobody who was seen can be there. */
  forget(): void {
    this.#present = []
    this.#away = []
  }

  #trackOf({ id, region, appearance }: Sighting, seenMs: number): PersonTrack {
    const known =
      this.#present.find((track) => track.id === id) ?? this.#takeBack(region, appearance, seenMs)
    if (known === undefined) return { id: ++this.#lastId, region, appearance, seenMs }
    return {
      id: known.id,
      region,
      appearance: learnAppearance(known.appearance, appearance),
      seenMs,
    }
  }

  #takeBack(region: Region, appearance: Appearance, atMs: number): PersonTrack | undefined {
    const [best] = this.#away
      .map((track) => ({ track, doubt: mismatchCost(track, region, appearance, atMs) }))
      .filter(({ doubt }) => doubt <= 1)
      .toSorted((a, b) => a.doubt - b.doubt)
    this.#away = this.#away.filter((track) => track !== best?.track)
    return best?.track
  }
}

/** 0: certainly the one who left; beyond 1: somebody else. */
function mismatchCost(
  track: PersonTrack,
  region: Region,
  appearance: Appearance,
  atMs: number,
): number {
  const difference = appearanceDifference(track.appearance, appearance)
  const isHere =
    atMs - track.seenMs <= MOMENT_MS && overlap(track.region, region) > SAME_PLACE_OVERLAP
  if (difference === undefined) return isHere ? 1 : Infinity
  return difference / (isHere ? OTHER_APPEARANCE : SAME_APPEARANCE)
}
