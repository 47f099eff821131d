/** Where one plane of a picture lies in a block of bytes. */
export interface PlaneSource {
  readonly data: Uint8Array
  readonly offset: number
  /** Bytes from row to row. */
  readonly stride: number
  /** Bytes from value to value: 2 where two planes alternate, as chroma does in NV12. */
  readonly step: number
}

/**
 * Writes `widthPx` × `heightPx` values without gaps into `target`, each the mean of a square of `factor` × `factor` of
 * the source; what the source has beyond that at the right and below is left out.
 */
export function shrinkPlane(
  source: PlaneSource,
  factor: number,
  widthPx: number,
  heightPx: number,
  target: Uint8Array,
): void {
  const { data, offset, stride, step } = source
  const share = 1 / (factor * factor)
  let out = 0
  for (let row = 0; row < heightPx; row++) {
    const rowStart = offset + row * factor * stride
    if (factor === 1 && step === 1) {
      target.set(data.subarray(rowStart, rowStart + widthPx), row * widthPx)
      continue
    }
    for (let column = 0; column < widthPx; column++) {
      let sum = 0
      for (let y = 0; y < factor; y++) {
        const first = rowStart + y * stride + column * factor * step
        for (let at = first; at < first + factor * step; at += step) sum += data[at] ?? 0
      }
      target[out++] = sum * share + 0.5
    }
  }
}
