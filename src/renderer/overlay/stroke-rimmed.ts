export interface RimmedColours {
  readonly line: string
  /** Dark, so that the line can be seen on bright skin too. */
  readonly rim: string
}

/** Draws a line with round ends and a rim around it that adds `rimPx` to its width. */
export function strokeRimmed(
  context: CanvasRenderingContext2D,
  path: Path2D,
  { line, rim }: RimmedColours,
  linePx: number,
  rimPx: number,
): void {
  context.lineCap = 'round'
  context.lineJoin = 'round'
  context.strokeStyle = rim
  context.lineWidth = linePx + rimPx
  context.stroke(path)
  context.strokeStyle = line
  context.lineWidth = linePx
  context.stroke(path)
}

/** As pictures of gestures and letters show ways: in no theme's colours, because they are drawn once. */
export const WAY_COLOURS: RimmedColours = { line: '#2de0c8', rim: 'rgb(3 22 22 / 0.65)' }
