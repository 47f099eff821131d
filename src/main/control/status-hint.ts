import type { AppState } from '../../contract/channels/app-state.ts'
import { say } from '../../contract/words/say.ts'
import type { Sentence } from '../../core/sentence/sentence.ts'

const PAUSED = say('Paused. The camera is off.')
const OPENING = say('Opening the camera.')
const ENDED = say('The video has ended.')
const GETTING_READY = say('Getting ready to see hands.')

/**
 * The one sentence that tells people why nothing acts, most basic reason first: a closed camera explains more than a
 * hand that is too close. `pipelineHint` is what the pipeline says of the hand itself.
 */
export function whyNothingActs(
  state: Pick<AppState, 'mode' | 'camera' | 'tracker'>,
  pipelineHint: Sentence | undefined,
): Sentence | undefined {
  if (state.mode === 'paused') return PAUSED
  const { camera, tracker } = state
  switch (camera.kind) {
    case 'closed':
    case 'opening':
      return OPENING
    case 'missing':
    case 'busy':
    case 'denied':
    case 'black':
    case 'frozen':
    case 'unreadable':
      return camera.message
    case 'ended':
      return ENDED
    case 'live':
      break
  }
  if (tracker.kind === 'failed') return tracker.message
  if (tracker.kind === 'loading') return GETTING_READY
  return pipelineHint
}
