import { describe, expect, test } from 'vitest'
import { PersonTracks, type Sighting } from './person-tracks.ts'

const BLUE = 0.2
const RED = 0.7
const at = (x: number, colour: number, id?: number): Sighting => ({
  id,
  region: { centerXPx: x, centerYPx: 200, widthPx: 200, heightPx: 200, rotationRad: 0 },
  appearance: new Float32Array(12).fill(colour),
})
const ids = (tracks: PersonTracks, sightings: readonly Sighting[], atMs: number) =>
  tracks.update(sightings, atMs).map(({ id }) => id)

describe('people', () => {
  test('keep their numbers while they are followed, in any order', () => {
    const tracks = new PersonTracks()
    expect(ids(tracks, [at(100, BLUE), at(500, RED)], 0)).toEqual([1, 2])
    expect(ids(tracks, [at(480, RED, 2), at(120, BLUE, 1)], 33)).toEqual([2, 1])
  })

  test('who comes back is known by clothes, anywhere', () => {
    const tracks = new PersonTracks()
    ids(tracks, [at(100, BLUE), at(500, RED)], 0)
    ids(tracks, [], 33)
    expect(ids(tracks, [at(100, RED), at(500, BLUE)], 10_000)).toEqual([2, 1])
  })

  test('a stranger at the same place is a stranger', () => {
    const tracks = new PersonTracks()
    ids(tracks, [at(100, BLUE)], 0)
    ids(tracks, [], 33)
    expect(ids(tracks, [at(100, RED)], 66)).toEqual([2])
  })

  test('lost for a moment is not gone, even in another light; for longer the clothes must be the same', () => {
    const tracks = new PersonTracks()
    ids(tracks, [at(100, BLUE)], 0)
    ids(tracks, [], 33)
    expect(ids(tracks, [at(130, BLUE + 0.15)], 500)).toEqual([1])
    const later = new PersonTracks()
    ids(later, [at(100, BLUE)], 0)
    ids(later, [], 33)
    expect(ids(later, [at(130, BLUE + 0.15)], 5000)).toEqual([2])
  })

  test('are forgotten after half a minute, and never two with one number', () => {
    const tracks = new PersonTracks()
    ids(tracks, [at(100, BLUE)], 0)
    ids(tracks, [], 33)
    expect(ids(tracks, [at(100, BLUE), at(500, BLUE)], 20_000)).toEqual([1, 2])
    ids(tracks, [], 20_033)
    expect(ids(tracks, [at(100, BLUE)], 60_000)).toEqual([3])
  })

  test('whose clothes cannot be seen is known by place alone, for a moment', () => {
    const tracks = new PersonTracks()
    ids(tracks, [at(100, BLUE)], 0)
    ids(tracks, [], 33)
    expect(ids(tracks, [at(120, Number.NaN)], 400)).toEqual([1])
    ids(tracks, [], 433)
    expect(ids(tracks, [at(500, Number.NaN)], 500)).toEqual([2])
  })
})
