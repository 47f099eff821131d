/** From the pointer's tip: clear of the cursor and of what it points at. */
const OFFSET_PX = 24

interface Extent {
  readonly width: number
  readonly height: number
}

/** Where the HUD stands in the window: below right of the pointer, on its other side where the window ends. */
export function hudPlace(
  pointer: { readonly x: number; readonly y: number },
  size: Extent,
  window: Extent,
): { readonly x: number; readonly y: number } {
  return {
    x: placeBeside(pointer.x, size.width, window.width),
    y: placeBeside(pointer.y, size.height, window.height),
  }
}

function placeBeside(at: number, length: number, last: number): number {
  const after = at + OFFSET_PX
  const place = after + length <= last ? after : at - OFFSET_PX - length
  return Math.round(Math.max(0, place))
}
