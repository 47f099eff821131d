import { expect, test } from 'vitest'
import { coverFit } from './cover-fit.ts'

const picture = { widthPx: 640, heightPx: 480 }

test('cuts off above and below on a wide stage', () => {
  expect(coverFit(picture, { widthPx: 1280, heightPx: 720 })).toEqual({
    leftPx: 0,
    topPx: -120,
    widthPx: 1280,
    heightPx: 960,
  })
})

test('cuts off left and right on a tall stage', () => {
  expect(coverFit(picture, { widthPx: 480, heightPx: 720 })).toEqual({
    leftPx: -240,
    topPx: 0,
    widthPx: 960,
    heightPx: 720,
  })
})
