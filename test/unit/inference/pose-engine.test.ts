import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openPoseEngine, type PoseEngine } from '../../../src/inference/pose-engine.ts'
import type { FoundBody } from '../../../src/vision/bodies/pose-finder.ts'
import { ANNA, BEN, DRAWN, drawPeople, type DrawnPerson } from '../../support/drawn-people.ts'

const MODELS = join(import.meta.dirname, '../../../resources/models/onnx')
let engine: PoseEngine
beforeAll(async () => {
  engine = await openPoseEngine({ folder: MODELS, size: 'full' })
})
afterAll(() => engine.close())

const LANDMARK = {
  leftShoulder: 11,
  rightShoulder: 12,
  leftWrist: 15,
  rightWrist: 16,
  leftAnkle: 27,
  rightAnkle: 28,
} as const
const JOINTS = [
  'leftShoulder',
  'rightShoulder',
  'leftWrist',
  'rightWrist',
  'leftAnkle',
  'rightAnkle',
] as const

/** How far the found joints are from where they were drawn, px; the drawn torso is 120 px long. */
function farthestPx(body: FoundBody | undefined, x: number): number {
  return Math.max(
    ...JOINTS.map((name) => {
      const at = 3 * LANDMARK[name]
      const [drawnX, drawnY] = DRAWN[name]
      const dx = (body?.landmarks[at] ?? NaN) * 640 - x - drawnX
      return Math.hypot(dx, (body?.landmarks[at + 1] ?? NaN) * 480 - drawnY)
    }),
  )
}
const ids = (bodies: readonly FoundBody[]): readonly number[] =>
  bodies.map(({ trackId }) => trackId)
const byPlace = (bodies: readonly FoundBody[]): readonly FoundBody[] =>
  bodies.toSorted((a, b) => (a.landmarks[0] ?? 0) - (b.landmarks[0] ?? 0))

describe('single pictures', () => {
  test('finds everybody where they are, with the landmarks of each side on its side', async () => {
    const bodies = byPlace(await engine.detect(await drawPeople(ANNA, BEN), 3))
    expect(bodies.length).toBe(2)
    expect(farthestPx(bodies[0], ANNA.x)).toBeLessThan(20)
    expect(farthestPx(bodies[1], BEN.x)).toBeLessThan(20)
    expect(bodies.every(({ presence }) => presence > 0.9)).toBe(true)
  })

  test('finds nobody in an empty room', async () => {
    expect(await engine.detect(await drawPeople(), 2)).toEqual([])
  })

  test('world landmarks are in metres around the hips, upright for somebody upright', async () => {
    const [body] = await engine.detect(await drawPeople(ANNA))
    const world = (landmark: number, axis: number) => body?.world[3 * landmark + axis] ?? NaN
    const [hipsX, hipsY] = [0, 1].map((axis) => (world(23, axis) + world(24, axis)) / 2)
    expect(Math.hypot(hipsX ?? NaN, hipsY ?? NaN)).toBeLessThan(0.02)
    const shouldersY = (world(11, 1) + world(12, 1)) / 2
    expect(shouldersY).toBeLessThan(-0.3)
    expect(shouldersY).toBeGreaterThan(-0.7)
  })

  test('a picture turned on its side turns the landmarks', async () => {
    const turned = await sharp(await drawPeople({ ...ANNA, x: 320 }))
      .rotate(90)
      .jpeg()
      .toBuffer()
    const [body] = await engine.detect(turned)
    // Head to the right of the hips, level with them.
    const [noseX = NaN, noseY = NaN] = body?.landmarks ?? []
    const hipX = body?.landmarks[3 * 23] ?? NaN
    const hipY = body?.landmarks[3 * 23 + 1] ?? NaN
    expect((noseX - hipX) * 480).toBeGreaterThan(120)
    expect(Math.abs(noseY - hipY) * 640).toBeLessThan(60)
  })

  test('says what is wrong with bytes that are no picture, and goes on', async () => {
    await expect(engine.detect(Uint8Array.of(1, 2, 3))).rejects.toThrow(RangeError)
    expect((await engine.detect(await drawPeople(BEN))).length).toBe(1)
  })
})

describe('streams', () => {
  test('numbers stay with people who walk, whichever way round they are found', async () => {
    const stream = engine.openStream(2)
    const seen: (readonly number[])[] = []
    for (let step = 0; step < 12; step++) {
      const picture = await drawPeople(
        { ...ANNA, x: ANNA.x + 4 * step },
        { ...BEN, x: BEN.x - 4 * step },
      )
      seen.push(ids(byPlace((await stream.detect(picture, 100 * step)).bodies)))
    }
    expect(seen.map((numbers) => numbers.length)).toEqual(seen.map(() => 2))
    expect(new Set(seen.map(String)).size).toBe(1)
  })

  test('who comes back gets their number back, who is new a new one', async () => {
    const stream = engine.openStream(2)
    let atMs = 0
    const look = async (...people: readonly DrawnPerson[]) =>
      ids(byPlace((await stream.detect(await drawPeople(...people), (atMs += 400))).bodies))
    const first = await look(ANNA)
    expect(await look()).toEqual([])
    expect(await look()).toEqual([])
    const other = await look(BEN)
    expect(other).not.toEqual(first)
    await look(BEN)
    // On the other side, where nobody was: told by what she wears.
    const both = await look({ ...ANNA, x: 180 }, BEN)
    const later = both.length === 2 ? both : await look({ ...ANNA, x: 180 }, BEN)
    expect(later).toEqual([...first, ...other])
  })

  test('stamps go on where the sender starts its clock anew', async () => {
    const stream = engine.openStream()
    const picture = await drawPeople(ANNA)
    const stamps: number[] = []
    for (const atMs of [1000, 1040, 20, 60, Number.NaN, 100]) {
      stamps.push((await stream.detect(picture, atMs)).stampMs)
    }
    expect(stamps.every((stamp, index) => index === 0 || stamp > (stamps[index - 1] ?? 0))).toBe(
      true,
    )
    expect((stamps[3] ?? 0) - (stamps[2] ?? 0)).toBe(40)
  })

  test('one stream knows nothing of another', async () => {
    const [one, two] = [engine.openStream(1), engine.openStream(1)]
    await one.detect(await drawPeople(ANNA), 0)
    await two.detect(await drawPeople(BEN), 0)
    const { bodies } = await one.detect(await drawPeople(ANNA), 33)
    expect(farthestPx(bodies[0], ANNA.x)).toBeLessThan(20)
  })
})
