import type { FrameLandmarks, PersonLandmarks } from '../../contract/frames/video-landmarks.ts'

export interface OnePerson {
  readonly timeS: number
  readonly person: PersonLandmarks
}

/** The person seen first, in the frames that show them: formats for one subject have no place for a second. */
export async function* followOne(frames: AsyncIterable<FrameLandmarks>): AsyncIterable<OnePerson> {
  let id: number | undefined
  for await (const { time_ms, people } of frames) {
    id ??= people[0]?.id
    const person = people.find((one) => one.id === id)
    if (person !== undefined) yield { timeS: time_ms / 1000, person }
  }
}
