/** Calls `draw` again and again until it is told to stop. */
export type DrawingRate = (draw: (nowMs: number) => void) => () => void

/** At the screen's own rate; not at all while the window is hidden. */
export const atScreenRate: DrawingRate = (draw) => {
  let request = requestAnimationFrame(drawAndRepeat)
  function drawAndRepeat(nowMs: number): void {
    request = requestAnimationFrame(drawAndRepeat)
    draw(nowMs)
  }
  return () => {
    cancelAnimationFrame(request)
  }
}

/**
 * With each picture that the video shows: what lies over it is composited together with it and costs nothing of its
 * own, where a CPU composites.
 */
export const atVideoRate =
  (video: HTMLVideoElement): DrawingRate =>
  (draw) => {
    let request = video.requestVideoFrameCallback(drawAndRepeat)
    function drawAndRepeat(nowMs: number): void {
      request = video.requestVideoFrameCallback(drawAndRepeat)
      draw(nowMs)
    }
    return () => {
      video.cancelVideoFrameCallback(request)
    }
  }
