import type { CausedEffect } from '../../src/core/action/effect.ts'
import type { HandFrame } from '../../src/core/hand/hand-frame.ts'
import { createPipeline } from '../../src/core/pipeline/pipeline.ts'
import type { Project } from '../../src/core/project/project.ts'
import { DESKTOP } from '../../test/support/hand/stage.ts'
import { asItIs, createPlain } from '../pointing/techniques.ts'

/** What happened while a clip played in front of the app. */
export interface Watched {
  readonly engagements: number
  readonly actions: readonly Act[]
}
export interface Act {
  readonly atMs: number
  readonly what: string
  readonly cause: string
  readonly isEngaged: boolean
}

/** Scrolling notch by notch is one action for as long as it goes on. */
const SCROLL_GAP_MS = 500

/** Plays frames from watching, or pinned engaged as under `--engaged`. */
export function watchClip(
  frames: readonly HandFrame[],
  project: Project,
  isEngagedPinned: boolean,
): Watched {
  const mode = isEngagedPinned ? 'engaged' : 'watching'
  const pipeline = createPipeline({ project, desktop: DESKTOP, isEngagedPinned, mode })
  const actions: Act[] = []
  let engagements = 0
  let isEngaged = isEngagedPinned
  let scrolledAtMs = -Infinity
  for (const frame of frames) {
    const output = pipeline.step(frame)
    if (output.mode === 'engaged' && !isEngaged) engagements += 1
    for (const { effect, atMs, cause } of output.effects) {
      if (!isAct(effect.kind)) continue
      const isScroll = effect.kind === 'pointer.scroll'
      const goesOn = isScroll && atMs - scrolledAtMs < SCROLL_GAP_MS
      if (isScroll) scrolledAtMs = atMs
      if (!goesOn) actions.push({ atMs, what: effect.kind, cause, isEngaged })
    }
    isEngaged = output.mode === 'engaged'
  }
  return { engagements, actions }
}

/** Letting go and moving the pointer are no actions; everything else is. */
const isAct = (kind: CausedEffect['effect']['kind']): boolean =>
  kind !== 'pointer.move' && kind !== 'pointer.release' && kind !== 'key.release'

/** Clicks that the plain mapping would have made. It knows no engaging. */
export function plainClicks(frames: readonly HandFrame[]): number {
  const plain = createPlain('plain', asItIs)
  return frames.reduce((sum, frame) => sum + plain.step(frame).clicks.length, 0)
}
