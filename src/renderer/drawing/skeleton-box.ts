import type { CoverFit, Size } from './cover-fit.ts'
import type { ShownHand } from './hand-interpolation.ts'

/** The part of the container that hands or bodies cover. A canvas of this size costs a tenth of one that covers the stage. */
export interface Box {
  readonly leftPx: number
  readonly topPx: number
  readonly widthPx: number
  readonly heightPx: number
}

/** Room for the dots at the fingertips. */
const MARGIN_PX = 16
/** Sizes go in steps: a canvas is emptied and allocated anew whenever its size changes. */
const STEP_PX = 128

/** Undefined where none of them reaches into the container. */
export function skeletonBox(
  shown: readonly Pick<ShownHand, 'landmarks'>[],
  fit: CoverFit,
  container: Size,
): Box | undefined {
  const points = shown.flatMap(({ landmarks }) => landmarks)
  if (points.length === 0) return undefined
  const across = points.map(({ x }) => fit.leftPx + x * fit.widthPx)
  const down = points.map(({ y }) => fit.topPx + y * fit.heightPx)
  const [left, right] = spanOf(across, container.widthPx)
  const [top, bottom] = spanOf(down, container.heightPx)
  if (right <= left || bottom <= top) return undefined
  return {
    leftPx: left,
    topPx: top,
    widthPx: roundedUpToStep(right - left),
    heightPx: roundedUpToStep(bottom - top),
  }
}

function spanOf(places: readonly number[], endPx: number): readonly [number, number] {
  return [
    Math.max(0, Math.floor(Math.min(...places) - MARGIN_PX)),
    Math.min(endPx, Math.ceil(Math.max(...places) + MARGIN_PX)),
  ]
}

const roundedUpToStep = (lengthPx: number): number => Math.ceil(lengthPx / STEP_PX) * STEP_PX
