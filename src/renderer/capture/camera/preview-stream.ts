/** Enough to see oneself by; each picture drawn without a graphics card takes time from the tracker. */
const SPARING_FPS = 12

/**
 * The camera's stream as it is shown: the same pictures, fewer of them, so that drawing costs less. Where a source
 * does not let its rate be chosen, all of them. The tracker's own track stays as it is.
 */
export function openPreview(camera: MediaStream): {
  readonly stream: MediaStream
  readonly close: () => void
} {
  const tracks = camera.getVideoTracks().map((track) => track.clone())
  for (const track of tracks) {
    void track.applyConstraints({ frameRate: { max: SPARING_FPS } }).catch(() => undefined)
  }
  const close = (): void => {
    for (const track of tracks) track.stop()
  }
  return { stream: new MediaStream(tracks), close }
}
