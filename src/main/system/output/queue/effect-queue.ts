import { inBackground } from '../../../../contract/boundary/faults.ts'
import type { CausedEffect } from '../../../../core/action/effect.ts'
import { mergeEffects } from '../../../../core/action/effect-traits.ts'
import type { Outcome } from '../sinks/sink.ts'

export interface Job {
  readonly caused: CausedEffect
  readonly queuedAtMs: number
}

/** One queue in front of the system: jobs are carried out one after another, in order. */
export interface EffectQueue {
  push(job: Job): void
  /** Runs `work` before everything that waits, after the job that is running now. */
  runNext(work: () => Outcome): Promise<void>
  /** Drops what waits. */
  forget(): void
  isIdle(): boolean
}

/** `run` must not reject: it reports its own failures. `onIdle` is called whenever the queue has emptied. */
export function createEffectQueue(run: (job: Job) => Outcome, onIdle: () => void): EffectQueue {
  let waiting: Job[] = []
  const urgent: (() => Outcome)[] = []
  let isRunning = false

  const drain = async (): Promise<void> => {
    isRunning = true
    for (;;) {
      const first = urgent.shift()
      const job = first === undefined ? waiting.shift() : undefined
      if (first === undefined && job === undefined) break
      // Awaiting only real promises keeps a sink that answers at once on this very turn.
      const outcome = first?.() ?? (job === undefined ? undefined : run(job))
      if (outcome !== undefined) await outcome
    }
    isRunning = false
    onIdle()
  }
  const startDraining = (): void => {
    if (!isRunning) inBackground('output', drain())
  }

  return {
    push(job) {
      const last = waiting.at(-1)
      const merged = last && mergeEffects(last.caused.effect, job.caused.effect)
      if (merged)
        waiting[waiting.length - 1] = { ...job, caused: { ...job.caused, effect: merged } }
      else waiting.push(job)
      startDraining()
    },
    runNext(work) {
      return new Promise((resolve, reject) => {
        urgent.push(async () => {
          await Promise.resolve(work()).then(resolve, reject)
        })
        startDraining()
      })
    },
    forget: () => {
      waiting = []
    },
    isIdle: () => !isRunning && waiting.length === 0 && urgent.length === 0,
  }
}
