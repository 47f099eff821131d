import type { Effect } from '../../../../core/action/effect.ts'

export type CapKind = 'move' | 'click' | 'scroll' | 'key' | 'text' | 'media' | 'launch'
/** At most `count` within any `perMs`. */
export interface Cap {
  readonly count: number
  readonly perMs: number
}
export type Caps = Readonly<Record<CapKind, Cap>>

/** Above what a hand can mean (the fastest clickers reach 12/s), below what would make a desktop unusable. */
export const defaultCaps: Caps = {
  move: { count: 250, perMs: 1000 },
  click: { count: 12, perMs: 1000 },
  scroll: { count: 120, perMs: 1000 },
  key: { count: 15, perMs: 1000 },
  text: { count: 4, perMs: 1000 },
  media: { count: 4, perMs: 1000 },
  launch: { count: 1, perMs: 2000 },
}

/** Which cap an effect counts against; nothing for what must always pass (releases) or replaces itself (volume). */
export function capOf(effect: Effect): CapKind | undefined {
  switch (effect.kind) {
    case 'pointer.move':
      return 'move'
    case 'pointer.press':
    case 'pointer.click':
      return 'click'
    case 'pointer.scroll':
    case 'pointer.zoom':
      return 'scroll'
    case 'key.press':
    case 'key.chord':
      return 'key'
    case 'key.text':
      return 'text'
    case 'media':
    case 'launch':
      return effect.kind
    case 'pointer.release':
    case 'key.release':
    case 'volume.set':
    case 'volume.step':
    case 'volume.mute':
    case 'project.switch':
    case 'project.step':
    case 'spelling':
    case 'mode':
      return undefined
  }
}

/** Says whether one more may pass at `nowMs` (must not decrease). Constant memory: the times of the last `count`. */
export function createRateCap(cap: Cap): (nowMs: number) => boolean {
  const passedAtMs = new Float64Array(cap.count).fill(-Infinity)
  let oldest = 0
  return (nowMs) => {
    if (nowMs - (passedAtMs[oldest] ?? 0) < cap.perMs) return false
    passedAtMs[oldest] = nowMs
    oldest = (oldest + 1) % cap.count
    return true
  }
}
