import type { CameraFailure } from './camera-machine.ts'
import { matchingLabel } from './matching-label.ts'
import type { CameraEnds, Opened } from './open-camera.ts'

/** The models need no more, and more pixels only cost: see LONGEST_SIDE_PX in tracking. */
const WANTED: MediaTrackConstraints = {
  width: { ideal: 640 },
  height: { ideal: 480 },
  frameRate: { ideal: 30 },
}

/** Opens the camera whose label is, or contains, `wanted`; without one, the first there is. */
export async function openDevice(wanted: string | undefined, ends: CameraEnds): Promise<Opened> {
  try {
    const known = await findDevice(wanted)
    if (known === 'missing') return { ok: false, failure: 'missing' }
    const stream = await request(known?.deviceId)
    // Before the first permission devices have no names: now they do, and it may have been the wrong one.
    const named = known ?? (await findDevice(wanted))
    const track = stream.getVideoTracks()[0]
    if (named === 'missing' || !track) {
      stop(stream)
      return { ok: false, failure: 'missing' }
    }
    if (named && wanted !== undefined && named.label !== track.label) {
      stop(stream)
      return opened(await request(named.deviceId), ends)
    }
    return opened(stream, ends)
  } catch (error) {
    return { ok: false, failure: failureOf(error) }
  }
}

/** The names of the cameras there are. Browsers hide them before the first permission: then they are numbered. */
export async function cameraLabels(): Promise<string[]> {
  const devices = await listCameras()
  return devices.map(({ label }, index) => (label === '' ? `Camera ${index + 1}` : label))
}

async function listCameras(): Promise<MediaDeviceInfo[]> {
  const devices = await navigator.mediaDevices.enumerateDevices()
  return devices.filter(({ kind }) => kind === 'videoinput')
}

/** `undefined` when it cannot be told yet because names are hidden, or any camera will do. */
async function findDevice(
  wanted: string | undefined,
): Promise<MediaDeviceInfo | 'missing' | undefined> {
  const devices = await listCameras()
  if (devices.length === 0) return 'missing'
  if (wanted === undefined || devices.every(({ label }) => label === '')) return undefined
  const label = matchingLabel(
    devices.map((device) => device.label),
    wanted,
  )
  return devices.find((device) => device.label === label) ?? 'missing'
}

function request(deviceId: string | undefined): Promise<MediaStream> {
  const video = deviceId === undefined ? WANTED : { ...WANTED, deviceId: { exact: deviceId } }
  return navigator.mediaDevices.getUserMedia({ video, audio: false })
}

function opened(stream: MediaStream, ends: CameraEnds): Opened {
  const track = stream.getVideoTracks()[0]
  if (!track) return { ok: false, failure: 'missing' }
  track.onended = ends.onUnplugged
  const close = (): void => {
    track.onended = null
    stop(stream)
  }
  return { ok: true, camera: { stream, track, label: track.label, close } }
}

function stop(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop()
}

function failureOf(error: unknown): CameraFailure {
  const name = error instanceof DOMException ? error.name : ''
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'denied'
  // AbortError: the driver gave up, most often because something else holds the device.
  if (name === 'NotReadableError' || name === 'AbortError') return 'busy'
  return 'missing'
}
