export interface Size {
  readonly widthPx: number
  readonly heightPx: number
}

/** Where a picture lies that covers a container (CSS `object-fit: cover`): what hangs over the edges is cut off. */
export interface CoverFit {
  readonly leftPx: number
  readonly topPx: number
  readonly widthPx: number
  readonly heightPx: number
}

export function coverFit(picture: Size, container: Size): CoverFit {
  const scale = Math.max(container.widthPx / picture.widthPx, container.heightPx / picture.heightPx)
  const widthPx = picture.widthPx * scale
  const heightPx = picture.heightPx * scale
  return {
    leftPx: (container.widthPx - widthPx) / 2,
    topPx: (container.heightPx - heightPx) / 2,
    widthPx,
    heightPx,
  }
}
