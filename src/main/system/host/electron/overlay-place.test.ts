import { expect, it } from 'vitest'
import { overlayPlace } from './overlay-place.ts'

const SIZE = { width: 300, height: 100 }
const DISPLAY = { x: -1280, y: 0, width: 1280, height: 800 }

it.each([
  [
    { x: -1000, y: 100 },
    { x: -972, y: 128 },
  ],
  [
    { x: -10, y: 100 },
    { x: -338, y: 128 },
  ],
  [
    { x: -1000, y: 790 },
    { x: -972, y: 662 },
  ],
  [
    { x: -1, y: 799 },
    { x: -329, y: 671 },
  ],
  [
    { x: 5000, y: -50 },
    { x: -300, y: 0 },
  ],
])('the HUD for a pointer at %o stands at %o, on the display', (pointer, place) => {
  expect(overlayPlace(pointer, SIZE, DISPLAY)).toEqual(place)
})
