export interface Size {
  readonly widthPx: number
  readonly heightPx: number
}

/** Where a picture lies that covers a stage (CSS `object-fit: cover`): what hangs over the edges is cut off. */
export interface CoverFit {
  readonly leftPx: number
  readonly topPx: number
  readonly widthPx: number
  readonly heightPx: number
}

export function coverFit(picture: Size, stage: Size): CoverFit {
  const scale = Math.max(stage.widthPx / picture.widthPx, stage.heightPx / picture.heightPx)
  const widthPx = picture.widthPx * scale
  const heightPx = picture.heightPx * scale
  return {
    leftPx: (stage.widthPx - widthPx) / 2,
    topPx: (stage.heightPx - heightPx) / 2,
    widthPx,
    heightPx,
  }
}
