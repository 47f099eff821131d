import type { AppState } from '../../contract/channels/app-state.ts'

/**
 * The one sentence that tells people why nothing acts, most basic reason first: a closed camera explains more than a
 * hand that is too close. `pipelineHint` is what the pipeline says of the hand itself.
 */
export function whyNothingActs(
  state: Pick<AppState, 'mode' | 'camera' | 'tracker'>,
  pipelineHint: string | undefined,
): string | undefined {
  if (state.mode === 'paused') return 'Paused. The camera is off.'
  const { camera, tracker } = state
  switch (camera.kind) {
    case 'closed':
    case 'opening':
      return 'Opening the camera.'
    case 'missing':
    case 'busy':
    case 'denied':
    case 'black':
    case 'frozen':
    case 'unreadable':
      return camera.message
    case 'ended':
      return 'The video has ended.'
    case 'live':
      break
  }
  if (tracker.kind === 'failed') return tracker.message
  if (tracker.kind === 'loading') return 'Getting ready to see hands.'
  return pipelineHint
}
