import { expect, test } from 'vitest'
import { HEATMAP_PX, refineByHeatmap } from './heatmap.ts'

/** Two landmarks' maps; the second has these cells. */
function maps(...cells: readonly (readonly [x: number, y: number, logit: number])[]): Float32Array {
  const plane = HEATMAP_PX * HEATMAP_PX
  const heatmaps = new Float32Array(2 * plane).fill(-40)
  for (const [x, y, logit] of cells) heatmaps[plane + y * HEATMAP_PX + x] = logit
  return heatmaps
}
const at = (x: number, y: number) => ({ x: x / HEATMAP_PX, y: y / HEATMAP_PX })

test('moves a landmark to the middle of the sure cells around it', () => {
  const heatmaps = maps([20, 30, 40], [22, 30, 40])
  expect(refineByHeatmap(at(21.5, 31.5), heatmaps, 1)).toEqual({
    x: expect.closeTo(21 / HEATMAP_PX, 5),
    y: expect.closeTo(30 / HEATMAP_PX, 5),
  })
})

test('leaves it where nothing is sure, or what is sure is too far away or of another landmark', () => {
  const point = at(21.5, 31.5)
  expect(refineByHeatmap(point, maps([21, 31, -0.1]), 1)).toEqual(point)
  expect(refineByHeatmap(point, maps([25, 31, 40]), 1)).toEqual(point)
  expect(refineByHeatmap(point, maps([21, 31, 40]), 0)).toEqual(point)
})

test('leaves it outside the map', () => {
  for (const point of [at(-2, 10), at(10, 64.5), at(90, 90)]) {
    expect(refineByHeatmap(point, maps([0, 10, 40], [10, 63, 40]), 1)).toEqual(point)
  }
})

test('does not look beyond the edge', () => {
  expect(refineByHeatmap(at(0.5, 0.5), maps([0, 0, 40], [63, 0, 40]), 1)).toEqual({
    x: expect.closeTo(0, 5),
    y: expect.closeTo(0, 5),
  })
})
