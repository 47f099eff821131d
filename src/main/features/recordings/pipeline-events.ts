import type { CausedEffect } from '../../../core/action/effect.ts'
import type { GestureEvent } from '../../../core/gesture/gesture-event.ts'
import type { Mode } from '../../../core/gesture/mode.ts'
import type { PipelineOutput } from '../../../core/pipeline/pipeline.ts'
import type { Sentence } from '../../../core/sentence/sentence.ts'

/** What came out of the pipeline, one thing at a time. */
export type PipelineEvent =
  | ({ readonly kind: 'gesture' } & GestureEvent)
  | ({ readonly kind: 'effect' } & CausedEffect)
  | { readonly kind: 'state'; readonly mode: Mode; readonly hint: Sentence | undefined }

/** Turns outputs into events, in the order in which they happened; what is as it was is none. */
export function createEventReader(mode: Mode): (output: PipelineOutput) => PipelineEvent[] {
  let last: { readonly mode: Mode; readonly hint: Sentence | undefined } = {
    mode,
    hint: undefined,
  }
  return (output) => {
    const events: PipelineEvent[] = [
      ...output.gestures.map((event) => ({ kind: 'gesture' as const, ...event })),
      ...output.effects.map((effect) => ({ kind: 'effect' as const, ...effect })),
    ]
    const isNew = output.mode !== last.mode || output.hint !== last.hint
    last = { mode: output.mode, hint: output.hint }
    return isNew ? [...events, { kind: 'state', ...last }] : events
  }
}
