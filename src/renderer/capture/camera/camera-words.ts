import type { CameraSource } from '../../../contract/channels/status.ts'

type Trouble = 'missing' | 'busy' | 'denied' | 'black' | 'frozen' | 'unreadable'

/** What is wrong with the camera and what to do, as a person would say it. `label` may be empty. */
export function cameraWords(trouble: Trouble, label: string): string {
  const camera = label === '' ? 'The camera' : `The camera “${label}”`
  switch (trouble) {
    case 'missing':
      return label === ''
        ? 'No camera is connected. Plug one in: it is used at once.'
        : `${camera} is not connected. Plug it in: it is used at once.`
    case 'busy':
      return `${camera} is in use by another program. Close that program: the picture comes back by itself.`
    case 'denied':
      return 'Beckon may not use the camera. Allow it in the privacy settings of your system.'
    case 'black':
      return 'The picture is black. Is the camera covered, or the room dark?'
    case 'frozen':
      return `${camera} has stopped sending pictures. It is being opened again.`
    case 'unreadable':
      return label === '' ? 'The video cannot be played.' : `The video “${label}” cannot be played.`
  }
}

export function sourceLabel(source: CameraSource): string {
  switch (source.kind) {
    case 'device':
      return source.label ?? ''
    case 'file':
      return source.label
    case 'demo':
      return 'Demo hand'
  }
}
