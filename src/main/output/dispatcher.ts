import type { Unsubscribe } from '../../contract/ends.ts'
import { saidBy } from '../../contract/said-error.ts'
import { say } from '../../contract/say.ts'
import type { StageProblem } from '../../contract/status.ts'
import type { CausedEffect, Effect } from '../../core/action/effect.ts'
import type { Desktop } from '../../core/geometry/point.ts'
import { joined, type Sentence } from '../../core/sentence.ts'
import type { Admission } from './admission.ts'
import { createAdmission } from './admission.ts'
import { carryOut } from './carry-out.ts'
import type { Held } from './held.ts'
import { createHeldSet } from './held.ts'
import type { Job, Lane } from './lane.ts'
import { createLane } from './lane.ts'
import { createListeners } from './listeners.ts'
import type { Caps } from './rate-cap.ts'
import { defaultCaps } from './rate-cap.ts'
import { releaseHeld } from './release-held.ts'
import type { Sinks } from './sink.ts'
import { soundEffect } from './sound-effect.ts'

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
   * Pointer and keys share one ordered lane; volume, media and launching have their own, so that a slow mixer does not
   * hold up the pointer. A waiting move is replaced by a newer one; presses and releases are never dropped.
   */
  dispatch(caused: CausedEffect): void
  /** Jumps the queue: forgets what waits, lets go of everything held; resolves when the system has it. */
  releaseAll(reason: string): Promise<void>
  held(): Held
  /** Resolves when every lane is empty. */
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
  readonly caps?: Partial<Caps>
  /** How long after a failed release it is tried again. */
  readonly retryMs?: number
}

export function createDispatcher(options: DispatcherOptions): Dispatcher {
  return new SystemDispatcher(options)
}

type LaneName = 'input' | 'volume' | 'media' | 'launch'
/** A release that fails a few times still comes within 100 ms. */
const RETRY_MS = 20
/** After this many failures releaseAll answers, tells the user, and goes on trying in the background. */
const RELEASE_ATTEMPTS = 25

class SystemDispatcher implements Dispatcher {
  readonly #options: DispatcherOptions
  readonly #held = createHeldSet()
  readonly #done = createListeners<Done>()
  readonly #problems = createListeners<StageProblem>()
  readonly #admission: Admission
  readonly #lanes: Readonly<Record<LaneName, Lane>>
  #idleWaiters: (() => void)[] = []
  #retryTimer: NodeJS.Timeout | undefined
  #isClosed = false
  #desktop: Desktop

  constructor(options: DispatcherOptions) {
    this.#options = options
    this.#desktop = options.desktop
    this.#admission = createAdmission({ ...defaultCaps, ...options.caps }, (message) =>
      this.#tell('low', message),
    )
    const lane = (): Lane => createLane(this.#run, this.#onIdle)
    this.#lanes = { input: lane(), volume: lane(), media: lane(), launch: lane() }
  }

  dispatch(caused: CausedEffect): void {
    if (this.#isClosed) return
    const nowMs = this.#options.nowMs()
    const sound = soundEffect(caused.effect, this.#desktop)
    if (!sound.ok) return this.#tell('medium', say('{} ({})', sound.problem.message, caused.cause))
    if (!this.#admission.admits(sound.value, nowMs)) return
    this.#lanes[laneOf(sound.value)].push({
      caused: { ...caused, effect: sound.value },
      queuedAtMs: nowMs,
    })
  }

  async releaseAll(reason: string): Promise<void> {
    this.#lanes.input.forget()
    let failures: readonly Sentence[] = []
    for (let attempt = 1; attempt <= RELEASE_ATTEMPTS; attempt += 1) {
      failures = await this.#releaseNow(() => this.#held.all())
      if (failures.length === 0) return
      await new Promise((resolve) => setTimeout(resolve, this.#retryMs()))
    }
    this.#tell('fatal', say('Could not let go ({}): {}', reason, joined(failures, '; ')))
    this.#retryLater()
  }

  held(): Held {
    return this.#held.all()
  }

  idle(): Promise<void> {
    if (this.#areLanesIdle()) return Promise.resolve()
    return new Promise((resolve) => this.#idleWaiters.push(resolve))
  }

  onDone(listener: (done: Done) => void): Unsubscribe {
    return this.#done.add(listener)
  }

  onProblem(listener: (problem: StageProblem) => void): Unsubscribe {
    return this.#problems.add(listener)
  }

  setDesktop(desktop: Desktop): void {
    this.#desktop = desktop
  }

  async close(): Promise<void> {
    this.#isClosed = true
    for (const lane of Object.values(this.#lanes)) lane.forget()
    await this.releaseAll('closing')
    clearTimeout(this.#retryTimer)
  }

  readonly #run = async (job: Job): Promise<void> => {
    const startedAtMs = this.#options.nowMs()
    const { effect, cause } = job.caused
    try {
      const outcome = carryOut(effect, this.#options.sinks, this.#held)
      if (outcome === 'nothing-to-do') return
      if (outcome !== undefined) await outcome
    } catch (error) {
      this.#tell('high', say('{} ({}) did not work: {}', effect.kind, cause, saidBy(error)))
      if (effect.kind === 'pointer.release') this.#overdue({ buttons: [effect.button], keys: [] })
      if (effect.kind === 'key.release') this.#overdue({ buttons: [], keys: effect.keys })
      return
    }
    this.#done.tell({ ...job, startedAtMs, tookMs: this.#options.nowMs() - startedAtMs })
  }

  readonly #onIdle = (): void => {
    if (!this.#areLanesIdle()) return
    const waiters = this.#idleWaiters
    this.#idleWaiters = []
    waiters.forEach((resolve) => resolve())
  }

  #areLanesIdle(): boolean {
    return Object.values(this.#lanes).every((lane) => lane.isIdle())
  }

  #overdue(names: Held): void {
    this.#held.markOverdue(names)
    this.#retryLater()
  }

  #retryLater(): void {
    if (this.#retryTimer !== undefined || this.#isClosed) return
    this.#retryTimer = setTimeout(() => {
      this.#retryTimer = undefined
      void this.#releaseNow(() => this.#held.overdue()).then((failures) => {
        if (failures.length > 0) this.#retryLater()
      })
    }, this.#retryMs())
  }

  async #releaseNow(what: () => Held): Promise<readonly Sentence[]> {
    let failures: readonly Sentence[] = []
    await this.#lanes.input.jump(async () => {
      failures = await releaseHeld(what(), this.#options.sinks, this.#held)
    })
    return failures
  }

  #retryMs(): number {
    return this.#options.retryMs ?? RETRY_MS
  }

  #tell(severity: StageProblem['severity'], message: Sentence): void {
    this.#problems.tell({ stage: 'output', severity, message })
  }
}

function laneOf(effect: Effect): LaneName {
  switch (effect.kind) {
    case 'volume.set':
    case 'volume.step':
    case 'volume.mute':
      return 'volume'
    case 'media':
    case 'launch':
      return effect.kind
    case 'pointer.move':
    case 'pointer.press':
    case 'pointer.release':
    case 'pointer.click':
    case 'pointer.scroll':
    case 'pointer.zoom':
    case 'key.press':
    case 'key.release':
    case 'key.chord':
    case 'key.text':
    case 'project.switch':
    case 'project.step':
    case 'spelling':
    case 'mode':
      return 'input'
  }
}
