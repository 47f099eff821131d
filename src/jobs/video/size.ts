/** The trackers look at 256 px of a person; more than this only costs decoding. */
const LONGEST_SIDE_PX = 1280

/** What a video's frames are decoded to: never larger than needed, sides even as its colour wants them. */
export function workingSize(
  widthPx: number,
  heightPx: number,
): { readonly widthPx: number; readonly heightPx: number } {
  const scale = Math.min(1, LONGEST_SIDE_PX / Math.max(widthPx, heightPx))
  const evenPx = (px: number): number => Math.max(2, 2 * Math.round((px * scale) / 2))
  return { widthPx: evenPx(widthPx), heightPx: evenPx(heightPx) }
}
