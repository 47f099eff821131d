import type { PoseEngines } from './pose-analyst.ts'

/** The models behind everything about bodies: opened while the service already answers. */
export interface PoseService {
  readonly state: PoseServiceState
  /** The engines as soon as they are open. Rejects when they cannot be opened. */
  engines(): Promise<PoseEngines>
  /** Tells whether a picture could be analysed: many in a row that could not be are a sign. */
  note(outcome: 'done' | 'failed'): void
  close(): Promise<void>
}

export type PoseServiceState =
  | { readonly kind: 'initializing' }
  | { readonly kind: 'healthy' }
  /** Something fails that should not, but not always. */
  | { readonly kind: 'degraded'; readonly reason: string }
  | { readonly kind: 'error'; readonly reason: string }

/** So many failures of our own in a row, and the service says that it is not well. */
const DEGRADED_AFTER = 3

export function openPoseService(open: () => Promise<PoseEngines>): PoseService {
  let state: PoseServiceState = { kind: 'initializing' }
  let failures = 0
  const opening = open()
  opening.then(
    () => {
      state = { kind: 'healthy' }
    },
    (error: unknown) => {
      const reason = error instanceof Error ? error.message : String(error)
      state = { kind: 'error', reason }
    },
  )
  return {
    get state() {
      return state
    },
    engines: () => opening,
    note: (outcome) => {
      if (state.kind !== 'healthy' && state.kind !== 'degraded') return
      failures = outcome === 'failed' ? failures + 1 : 0
      state =
        failures < DEGRADED_AFTER
          ? { kind: 'healthy' }
          : { kind: 'degraded', reason: `${failures} pictures in a row could not be analysed` }
    },
    close: async () => {
      const engines = await opening.catch(() => undefined)
      await engines?.pose.close()
    },
  }
}
