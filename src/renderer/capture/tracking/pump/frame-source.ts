/** Ways to get pictures out of a camera's track. */

interface TrackProcessor {
  readonly readable: ReadableStream<VideoFrame>
}
type TrackProcessorMaker = new (init: {
  track: MediaStreamTrack
  maxBufferSize?: number
}) => TrackProcessor

/** Not in TypeScript's DOM types, and not in every browser: Firefox and Safari lack it in pages. */
function trackProcessorMaker(): TrackProcessorMaker | undefined {
  const maker: unknown = Reflect.get(globalThis, 'MediaStreamTrackProcessor')
  return typeof maker === 'function' ? asTrackProcessorMaker(maker) : undefined
}

// The name says what it is; there is nothing more to check before it is constructed.
const asTrackProcessorMaker = (maker: unknown): TrackProcessorMaker => maker as TrackProcessorMaker

/** All frames of a track as a stream that can be transferred to a worker. At most one waits: the newest. */
export function frameStream(track: MediaStreamTrack): ReadableStream<VideoFrame> | undefined {
  const Processor = trackProcessorMaker()
  return Processor && new Processor({ track, maxBufferSize: 1 }).readable
}

/**
 * The fallback: pictures of a playing video element, one at a time, each with its time in µs.
 * @note Browsers pause this in hidden windows, which is why it is only the fallback.
 */
export function watchVideoFrames(
  track: MediaStreamTrack,
  onPicture: (picture: ImageBitmap, timestampUs: number) => void,
): () => void {
  const video = document.createElement('video')
  video.muted = true
  video.srcObject = new MediaStream([track])
  let isOpen = true
  const next = (): void => {
    video.requestVideoFrameCallback((_now, { mediaTime }) => {
      if (!isOpen) return
      void createImageBitmap(video).then((picture) => {
        if (isOpen) onPicture(picture, mediaTime * 1_000_000)
        else picture.close()
        next()
      }, next)
    })
  }
  next()
  void video.play().catch(() => undefined)
  return () => {
    isOpen = false
    video.srcObject = null
  }
}
