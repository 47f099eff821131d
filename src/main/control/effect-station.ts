import type { CausedEffect } from '../../core/action/effect.ts'

/** Takes an effect on its way. */
export type Onward = (caused: CausedEffect) => void

/** One station on an effect's way from what a hand meant to what the system is asked for. */
export interface EffectStation {
  readonly name: string
  /** Hands on what is to become of it: nothing, itself, or others, at once or later. `next` is the same at every call. */
  step(caused: CausedEffect, next: Onward): void
  /** Everything is let go of: of what came before, nothing more is handed on. */
  stop?(): void
}
