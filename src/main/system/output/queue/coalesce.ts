import type { Effect } from '../../../../core/action/effect.ts'

/**
 * Joins an effect with the one waiting before it, or answers nothing where both must happen. Presses, releases, clicks
 * and keys are never joined; relative ones (scroll, volume step) add up so that no movement is lost.
 */
export function coalesce(waiting: Effect, next: Effect): Effect | undefined {
  switch (next.kind) {
    case 'pointer.move':
    case 'volume.set':
      return waiting.kind === next.kind ? next : undefined
    case 'pointer.scroll':
      return waiting.kind === 'pointer.scroll'
        ? {
            kind: 'pointer.scroll',
            rightNotches: waiting.rightNotches + next.rightNotches,
            downNotches: waiting.downNotches + next.downNotches,
          }
        : undefined
    case 'pointer.zoom':
      return waiting.kind === 'pointer.zoom'
        ? { kind: 'pointer.zoom', inNotches: waiting.inNotches + next.inNotches }
        : undefined
    case 'volume.step':
      return waiting.kind === 'volume.step'
        ? { kind: 'volume.step', stepRatio: waiting.stepRatio + next.stepRatio }
        : undefined
    case 'volume.mute':
      return waiting.kind === 'volume.mute' && next.muted !== 'toggle' ? next : undefined
    case 'pointer.press':
    case 'pointer.release':
    case 'pointer.click':
    case 'key.press':
    case 'key.release':
    case 'key.chord':
    case 'key.text':
    case 'media':
    case 'launch':
    case 'project.switch':
    case 'project.step':
    case 'spelling':
    case 'mode':
      return undefined
  }
}
