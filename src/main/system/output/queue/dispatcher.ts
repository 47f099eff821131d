import { inBackground } from '../../../../contract/boundary/faults.ts'
import type { Unsubscribe } from '../../../../contract/boundary/endpoints.ts'
import { saidBy } from '../../../../contract/words/said-error.ts'
import { say } from '../../../../contract/words/say.ts'
import type { StageProblem } from '../../../../contract/channels/status.ts'
import { subscribe, notifyAll } from '../../../../contract/boundary/subscribers.ts'
import type { CausedEffect } from '../../../../core/action/effect.ts'
import { checkEffect, effectTraits } from '../../../../core/action/effect-traits.ts'
import type { EffectQueueName } from '../../../../core/action/effect-traits.ts'
import type { Desktop } from '../../../../core/geometry/point.ts'
import type { RateLimiter, Caps } from './rate-limiter.ts'
import { joinSaid, type Sentence } from '../../../../core/sentence/sentence.ts'
import { createRateLimiter } from './rate-limiter.ts'
import { executeEffect } from './execute.ts'
import type { Held } from './held.ts'
import { createHeldSet } from './held.ts'
import { knownKeys } from '../input/key-names.ts'
import type { Job, EffectQueue } from './effect-queue.ts'
import { createEffectQueue } from './effect-queue.ts'
import { releaseHeld } from './release-held.ts'
import type { Sinks } from '../sinks/sink-registry.ts'

export interface Done {
  /** As it was sent to the system: clamped, rounded and joined with what it replaced. */
  readonly caused: CausedEffect
  /** All on the clock of `nowMs`. */
  readonly queuedAtMs: number
  readonly startedAtMs: number
  readonly tookMs: number
}

/** Turns effects into what happens on this computer, and alone knows what is held down. */
export interface Dispatcher {
  /**
   * Pointer and keys share one ordered queue; volume, media and launching have their own, so that a slow mixer does not
   * hold up the pointer. A waiting move is replaced by a newer one; presses and releases are never dropped.
   */
  dispatch(caused: CausedEffect): void
  /** Jumps the queue: forgets what waits, lets go of everything held; resolves when the system has it. */
  releaseAll(reason: string): Promise<void>
  held(): Held
  /** Resolves when every queue is empty. */
  idle(): Promise<void>
  /** Called after an effect was really carried out. `mode` and `project.switch` pass in order; the app does them. */
  onDone(listener: (done: Done) => void): Unsubscribe
  onProblem(listener: (problem: StageProblem) => void): Unsubscribe
  /** Monitors came or went: from now on nothing goes anywhere else. */
  setDesktop(desktop: Desktop): void
  /** Lets go of everything and takes no more. */
  close(): Promise<void>
}

export interface DispatcherOptions {
  readonly sinks: Sinks
  readonly desktop: Desktop
  /** A clock that never goes back. */
  readonly nowMs: () => number
  readonly caps?: Caps
  /** How long after a failed release it is tried again. */
  readonly retryMs?: number
}

export function createDispatcher(options: DispatcherOptions): Dispatcher {
  return new SystemDispatcher(options)
}

/** A release that fails a few times still comes within 100 ms. */
const RETRY_MS = 20
/** After this many failures releaseAll answers, tells the user, and goes on trying in the background. */
const RELEASE_ATTEMPTS = 25

class SystemDispatcher implements Dispatcher {
  readonly #options: DispatcherOptions
  readonly #held = createHeldSet()
  readonly #done = new Set<(done: Done) => void>()
  readonly #problems = new Set<(problem: StageProblem) => void>()
  readonly #admission: RateLimiter
  /** Those that something was done in so far. */
  readonly #queues = new Map<EffectQueueName, EffectQueue>()
  #idleWaiters: (() => void)[] = []
  #retryTimer: NodeJS.Timeout | undefined
  #isClosed = false
  #desktop: Desktop

  constructor(options: DispatcherOptions) {
    this.#options = options
    this.#desktop = options.desktop
    this.#admission = createRateLimiter(options.caps ?? {}, (message) =>
      this.#notify('low', message),
    )
  }

  dispatch(caused: CausedEffect): void {
    if (this.#isClosed) return
    const nowMs = this.#options.nowMs()
    const checked = checkEffect(caused.effect, { desktop: this.#desktop, isKey })
    if (!checked.ok) {
      return this.#notify('medium', say('{} ({})', checked.problem.message, caused.cause))
    }
    const effect = checked.value
    if (!this.#admission.admits(effect, nowMs)) return
    this.#queueNamed(effectTraits[effect.kind].queue).push({
      caused: { ...caused, effect },
      queuedAtMs: nowMs,
    })
  }

  async releaseAll(reason: string): Promise<void> {
    this.#queueNamed('input').forget()
    let failures: readonly Sentence[] = []
    for (let attempt = 1; attempt <= RELEASE_ATTEMPTS; attempt += 1) {
      failures = await this.#releaseNow(() => this.#held.all())
      if (failures.length === 0) return
      await new Promise((resolve) => setTimeout(resolve, this.#retryMs()))
    }
    this.#notify('fatal', say('Could not let go ({}): {}', reason, joinSaid(failures, '; ')))
    this.#retryLater()
  }

  held(): Held {
    return this.#held.all()
  }

  idle(): Promise<void> {
    if (this.#areQueuesIdle()) return Promise.resolve()
    return new Promise((resolve) => this.#idleWaiters.push(resolve))
  }

  onDone(listener: (done: Done) => void): Unsubscribe {
    return subscribe(this.#done, listener)
  }

  onProblem(listener: (problem: StageProblem) => void): Unsubscribe {
    return subscribe(this.#problems, listener)
  }

  setDesktop(desktop: Desktop): void {
    this.#desktop = desktop
  }

  async close(): Promise<void> {
    this.#isClosed = true
    for (const queue of this.#queues.values()) queue.forget()
    await this.releaseAll('closing')
    clearTimeout(this.#retryTimer)
  }

  #queueNamed(name: EffectQueueName): EffectQueue {
    const queue = this.#queues.get(name) ?? createEffectQueue(this.#run, this.#onIdle)
    this.#queues.set(name, queue)
    return queue
  }

  readonly #run = async (job: Job): Promise<void> => {
    const startedAtMs = this.#options.nowMs()
    const { effect, cause } = job.caused
    try {
      const outcome = executeEffect(effect, this.#options.sinks, this.#held)
      if (outcome === 'nothing-to-do') return
      if (outcome !== undefined) await outcome
    } catch (error) {
      this.#notify('high', say('{} ({}) did not work: {}', effect.kind, cause, saidBy(error)))
      if (effect.kind === 'pointer.release') this.#overdue({ buttons: [effect.button], keys: [] })
      if (effect.kind === 'key.release') this.#overdue({ buttons: [], keys: effect.keys })
      return
    }
    const tookMs = this.#options.nowMs() - startedAtMs
    notifyAll(this.#done, { ...job, startedAtMs, tookMs })
  }

  readonly #onIdle = (): void => {
    if (!this.#areQueuesIdle()) return
    const waiters = this.#idleWaiters
    this.#idleWaiters = []
    waiters.forEach((resolve) => resolve())
  }

  #areQueuesIdle(): boolean {
    return [...this.#queues.values()].every((queue) => queue.isIdle())
  }

  #overdue(names: Held): void {
    this.#held.markOverdue(names)
    this.#retryLater()
  }

  #retryLater(): void {
    if (this.#retryTimer !== undefined || this.#isClosed) return
    this.#retryTimer = setTimeout(() => {
      this.#retryTimer = undefined
      inBackground(
        'output',
        this.#releaseNow(() => this.#held.overdue()).then((failures) => {
          if (failures.length > 0) this.#retryLater()
        }),
      )
    }, this.#retryMs())
  }

  async #releaseNow(what: () => Held): Promise<readonly Sentence[]> {
    let failures: readonly Sentence[] = []
    await this.#queueNamed('input').runNext(async () => {
      failures = await releaseHeld(what(), this.#options.sinks, this.#held)
    })
    return failures
  }

  #retryMs(): number {
    return this.#options.retryMs ?? RETRY_MS
  }

  #notify(severity: StageProblem['severity'], message: Sentence): void {
    notifyAll(this.#problems, { stage: 'output', severity, message })
  }
}

const isKey = (name: string): boolean => knownKeys.has(name)
