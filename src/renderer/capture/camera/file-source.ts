import type { CameraEnds, Opened } from './open-camera.ts'

interface CapturableVideo extends HTMLVideoElement {
  captureStream(): MediaStream
}

/** Plays a video once as if it were a camera. `url` is on this app's own server or protocol. */
export async function openFile(url: string, label: string, ends: CameraEnds): Promise<Opened> {
  const video = asCapturable(document.createElement('video'))
  video.muted = true
  video.playsInline = true
  video.preload = 'auto'
  video.src = url
  const close = (): void => {
    video.onended = null
    video.onerror = null
    video.pause()
    video.removeAttribute('src')
    video.load()
  }
  try {
    await whenReadable(video)
    const stream = video.captureStream()
    video.onended = ends.onOver
    video.onerror = ends.onOver
    const arriving = firstTrack(stream)
    await video.play()
    return { ok: true, camera: { stream, track: await arriving, label, close } }
  } catch {
    close()
    return { ok: false, failure: 'unreadable' }
  }
}

/** captureStream of media elements is missing from TypeScript's DOM types; Chromium has it. */
function asCapturable(video: HTMLVideoElement): CapturableVideo {
  if (!('captureStream' in video)) throw new Error('openFile: video.captureStream is missing here')
  return video as CapturableVideo
}

function whenReadable(video: HTMLVideoElement): Promise<void> {
  return new Promise((resolve, reject) => {
    video.oncanplay = () => {
      resolve()
    }
    video.onerror = () => {
      reject(new Error('unreadable'))
    }
  })
}

/** The captured stream gets its track only once the video has a picture. */
function firstTrack(stream: MediaStream): Promise<MediaStreamTrack> {
  const [track] = stream.getVideoTracks()
  if (track) return Promise.resolve(track)
  return new Promise((resolve) => {
    stream.onaddtrack = ({ track: added }) => {
      if (added.kind === 'video') resolve(added)
    }
  })
}
