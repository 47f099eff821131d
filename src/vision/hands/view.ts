import type { Pixels } from './pixels.ts'
import { regionToPixels, type Region } from './region.ts'

/** Where the pixels that are given lie in the picture. A tracker needs no more of it than what surrounds the hands. */
export interface View {
  readonly leftPx: number
  readonly topPx: number
  readonly pictureWidthPx: number
  readonly pictureHeightPx: number
}

/** A rectangle of the picture; all even, as video's chroma needs it, except where the picture itself ends. */
export interface Part {
  readonly leftPx: number
  readonly topPx: number
  readonly widthPx: number
  readonly heightPx: number
}

export const wholeView = ({ widthPx, heightPx }: Pixels): View => ({
  leftPx: 0,
  topPx: 0,
  pictureWidthPx: widthPx,
  pictureHeightPx: heightPx,
})

export const isWhole = (view: View, pixels: Pixels): boolean =>
  view.pictureWidthPx === pixels.widthPx && view.pictureHeightPx === pixels.heightPx

/** What is wrong with a view of these pixels, or undefined. */
export function viewFault(view: View, pixels: Pixels): string | undefined {
  const fitsAlongAxis = (from: number, length: number, all: number): boolean =>
    Number.isInteger(from) && from >= 0 && from + length <= all
  return fitsAlongAxis(view.leftPx, pixels.widthPx, view.pictureWidthPx) &&
    fitsAlongAxis(view.topPx, pixels.heightPx, view.pictureHeightPx)
    ? undefined
    : `${pixels.widthPx}×${pixels.heightPx} px at ${view.leftPx}, ${view.topPx} of ${view.pictureWidthPx}×${view.pictureHeightPx}`
}

/** The region in the coordinates of the pixels that are there. */
export const regionInView = (region: Region, view: View): Region => ({
  ...region,
  centerXPx: region.centerXPx - view.leftPx,
  centerYPx: region.centerYPx - view.topPx,
})

/** Neighbours of the outermost samples. */
const MARGIN_PX = 2
/** A part this large is not worth the trouble. */
const MOST_OF_IT = 0.7

/** The part of the picture that sampling these regions touches; undefined when it is most of it, or nothing. */
export function viewAroundRegions(
  regions: readonly Region[],
  pictureWidthPx: number,
  pictureHeightPx: number,
): Part | undefined {
  const corners = regions.flatMap((region) =>
    [0, 1].flatMap((u) => [0, 1].map((v) => regionToPixels(region, u, v))),
  )
  const across = evenSpan(
    corners.map(({ x }) => x),
    pictureWidthPx,
  )
  const down = evenSpan(
    corners.map(({ y }) => y),
    pictureHeightPx,
  )
  if (!(across.length > 0 && down.length > 0)) return undefined
  const share = (across.length * down.length) / (pictureWidthPx * pictureHeightPx)
  if (share > MOST_OF_IT) return undefined
  return { leftPx: across.from, topPx: down.from, widthPx: across.length, heightPx: down.length }
}

function evenSpan(
  values: readonly number[],
  all: number,
): { readonly from: number; readonly length: number } {
  const from = 2 * Math.floor(Math.max(0, Math.min(...values) - MARGIN_PX) / 2)
  const to = 2 * Math.ceil(Math.min(all, Math.max(...values) + MARGIN_PX + 1) / 2)
  return { from, length: Math.min(all, to) - from }
}
