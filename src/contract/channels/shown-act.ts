import { z } from 'zod'
import type { Action } from '../../core/action/action.ts'
import type { Effect } from '../../core/action/effect.ts'
import type { ShownEffect } from '../words/acts.ts'

const hasKind = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'kind' in value && typeof value.kind === 'string'

/** What a binding does, to be told in words. It comes from the host, which has checked its projects. */
export const actionSchema = z.custom<Action>(hasKind)

/** What was done, to be told in words. */
export const shownEffectSchema = z.custom<ShownEffect>(hasKind)

/** Typed text is private: what it was stays in the host. */
export const shownEffect = (effect: Effect): ShownEffect =>
  effect.kind === 'key.text' ? { kind: effect.kind } : effect
