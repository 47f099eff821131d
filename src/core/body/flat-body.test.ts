import { expect, it } from 'vitest'
import { bodyFromFlat } from './flat-body.ts'

it('is where the network found it, with shares between none and all', () => {
  expect(
    bodyFromFlat({
      trackId: 3,
      landmarks: Float32Array.of(0.25, 0.5, -0.125),
      world: Float32Array.of(0.5, -0.25, 0),
      visibility: Float32Array.of(1.0000001, 0.5),
      inPicture: Float32Array.of(-0.0000001, 0.25),
    }),
  ).toEqual({
    trackId: 3,
    landmarks: [{ x: 0.25, y: 0.5, z: -0.125 }],
    world: [{ x: 0.5, y: -0.25, z: 0 }],
    visibility: [1, 0.5],
    inPicture: [0, 0.25],
  })
})
