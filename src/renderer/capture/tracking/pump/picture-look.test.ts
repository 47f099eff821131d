import { expect, test } from 'vitest'
import { statisticsOfPixels } from './picture-statistics.ts'

const pixels = (count: number, colour: readonly number[]): number[] =>
  Array.from({ length: count }, () => [...colour, 255]).flat()

test('measures black as 0 and white as 255', () => {
  expect(statisticsOfPixels(pixels(16, [0, 0, 0])).meanLuma).toBe(0)
  expect(statisticsOfPixels(pixels(16, [255, 255, 255])).meanLuma).toBeCloseTo(255)
})

test('weighs green most, as eyes do', () => {
  const [red, green, blue] = [
    [90, 0, 0],
    [0, 90, 0],
    [0, 0, 90],
  ].map((colour) => statisticsOfPixels(pixels(4, colour)).meanLuma)
  expect(green).toBeGreaterThan(red!)
  expect(red).toBeGreaterThan(blue!)
})

test('has one fingerprint for equal pictures and another when a single pixel differs', () => {
  const picture = pixels(64, [120, 90, 70])
  const rustled = picture.with(33, 91)
  expect(statisticsOfPixels(picture).fingerprint).toBe(statisticsOfPixels([...picture]).fingerprint)
  expect(statisticsOfPixels(rustled).fingerprint).not.toBe(statisticsOfPixels(picture).fingerprint)
})
