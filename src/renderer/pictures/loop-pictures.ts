const STEP_MS = 110

/**
 * Shows the pictures of an animation one after another, over and over; none where people want no movement. Returns what stops it, with
 * nothing left to show. `animation` is asked only when it is played: its pictures may have to be drawn.
 */
export function loopPictures<Picture>(
  animation: () => readonly Picture[] | undefined,
  show: (picture: Picture | undefined) => void,
): (() => void) | undefined {
  if (matchMedia('(prefers-reduced-motion: reduce)').matches) return undefined
  const pictures = animation()
  if (pictures === undefined) return undefined
  let at = 0
  const timer = setInterval(() => {
    show(pictures[at % pictures.length])
    at += 1
  }, STEP_MS)
  return () => {
    clearInterval(timer)
    show(undefined)
  }
}
