/** A rectangle in device-independent pixels. */
export interface Area {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** From the pointer's tip: clear of the cursor and of what it points at. */
const OFFSET = 28

/** Where the HUD stands: below right of the pointer, on its other side where the display ends. */
export function overlayPlace(
  pointer: { readonly x: number; readonly y: number },
  size: { readonly width: number; readonly height: number },
  display: Area,
): { readonly x: number; readonly y: number } {
  return {
    x: placeBeside(pointer.x, size.width, display.x, display.x + display.width),
    y: placeBeside(pointer.y, size.height, display.y, display.y + display.height),
  }
}

function placeBeside(at: number, length: number, first: number, last: number): number {
  const after = at + OFFSET
  const place = after + length <= last ? after : at - OFFSET - length
  return Math.round(Math.max(first, Math.min(place, last - length)))
}
