import { frameAt } from './frame-at.ts'

/** So far behind a frame's beginning: a browser that rounds the other way would show the one before. */
const INSIDE_MS = 1

/** Which frame of a video is looked at: the film, the skeleton over it and the plots below follow this one number. */
export class Playhead {
  frame = $state(0)
  isPlaying = $state(false)
  readonly #timesMs: readonly number[]
  #video: HTMLVideoElement | undefined

  /** `timesMs`: when each frame begins; at least one. */
  constructor(timesMs: readonly number[]) {
    this.#timesMs = timesMs
  }

  get last(): number {
    return Math.max(0, this.#timesMs.length - 1)
  }

  get atMs(): number {
    return this.#timesMs[this.frame] ?? 0
  }

  /** Moves the film along, and is moved by it while it plays. Returns what lets go of it. */
  follow(video: HTMLVideoElement): () => void {
    this.#video = video
    const onPlay = (): void => void (this.isPlaying = true)
    const onPause = (): void => void (this.isPlaying = false)
    const onFrame = (_now: number, { mediaTime }: { readonly mediaTime: number }): void => {
      request = video.requestVideoFrameCallback(onFrame)
      if (this.isPlaying) this.frame = frameAt(this.#timesMs, mediaTime * 1000 + INSIDE_MS)
    }
    let request = video.requestVideoFrameCallback(onFrame)
    video.addEventListener('play', onPlay)
    video.addEventListener('pause', onPause)
    this.go(this.frame)
    return () => {
      video.cancelVideoFrameCallback(request)
      video.removeEventListener('play', onPlay)
      video.removeEventListener('pause', onPause)
      this.#video = undefined
      this.isPlaying = false
    }
  }

  go(frame: number): void {
    this.#video?.pause()
    this.frame = Math.min(this.last, Math.max(0, frame))
    if (this.#video) this.#video.currentTime = (this.atMs + INSIDE_MS) / 1000
  }

  goToMs(atMs: number): void {
    this.go(frameAt(this.#timesMs, atMs))
  }

  step(frames: number): void {
    this.go(this.frame + frames)
  }

  toggle(): void {
    const video = this.#video
    if (!video) return
    if (!video.paused) video.pause()
    // From the end it begins again, as everywhere.
    else {
      if (this.frame === this.last) this.go(0)
      void video.play().catch(() => undefined)
    }
  }
}
