import { expect, test } from 'vitest'
import { hudPlace } from './hud-place.ts'

test.each([
  [
    { x: 100, y: 100 },
    { x: 124, y: 124 },
  ],
  [
    { x: 790, y: 100 },
    { x: 566, y: 124 },
  ],
  [
    { x: 100, y: 590 },
    { x: 124, y: 526 },
  ],
  [
    { x: 3, y: 599 },
    { x: 27, y: 535 },
  ],
])('beside a pointer at %o the HUD stands at %o, inside the window', (pointer, place) => {
  expect(hudPlace(pointer, { width: 200, height: 40 }, { width: 800, height: 600 })).toEqual(place)
})
