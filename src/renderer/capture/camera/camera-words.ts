import { say } from '../../../contract/words/say.ts'
import type { CameraSource } from '../../../contract/channels/status.ts'
import type { Sentence } from '../../../core/sentence/sentence.ts'

type Trouble = 'missing' | 'busy' | 'denied' | 'black' | 'frozen' | 'unreadable'

/** What is wrong with the camera and what to do. `label` may be empty. */
export function cameraTroubleSentence(trouble: Trouble, label: string): Sentence {
  const camera = label === '' ? say('The camera') : say('The camera “{}”', label)
  switch (trouble) {
    case 'missing':
      return label === ''
        ? say('No camera is connected. Plug one in: it is used at once.')
        : say('{} is not connected. Plug it in: it is used at once.', camera)
    case 'busy':
      return say(
        '{} is in use by another program. Close that program: the picture comes back by itself.',
        camera,
      )
    case 'denied':
      return say('Beckon may not use the camera. Allow it in the privacy settings of your system.')
    case 'black':
      return say('The picture is black. Is the camera covered, or the room dark?')
    case 'frozen':
      return say('{} has stopped sending pictures. It is being opened again.', camera)
    case 'unreadable':
      return label === ''
        ? say('The video cannot be played.')
        : say('The video “{}” cannot be played.', label)
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
