import { inBackground } from '../../../contract/boundary/faults.ts'
import type { PracticeView } from '../../../contract/channels/practice-channels.ts'
import type { AppStore } from '../../app/app-store.svelte.ts'
import {
  skipTarget,
  startPractice,
  stepPractice,
  withTask,
  type PracticeRun,
  type PracticeTask,
} from './practice-run.ts'

/** Whoever is gone this long has stopped: hands that do nothing could not stop it themselves. */
const AWAY_MS = 10_000

/** One practice as the page shows it. */
export class Practice {
  run = $state.raw<PracticeRun>(startPractice({ kind: 'letters' }, Math.random))
  isOn = $state(false)
  hasHand = $state(false)
  /** It stopped by itself, because nobody was there. */
  wentAway = $state(false)
  readonly #store: AppStore
  readonly #stopListening: () => void
  #seenAtMs = 0

  constructor(store: AppStore) {
    this.#store = store
    this.#stopListening = store.onPractice((view) => {
      this.#onView(view)
    })
  }

  async start(): Promise<void> {
    const begun = await this.#store.request('beginPractice', {})
    if (!begun.ok) return
    // The host counts signed letters anew.
    this.run = { ...this.run, signedCount: 0, recent: [], score: 0, last: undefined }
    this.#seenAtMs = performance.now()
    this.wentAway = false
    this.isOn = true
  }

  /** Also right when nothing runs. */
  stop(): void {
    if (!this.isOn) return
    this.isOn = false
    this.hasHand = false
    inBackground('window', this.#store.request('endPractice', {}))
  }

  chooseTask(task: PracticeTask): void {
    this.#setRun(withTask(this.run, task, Math.random))
  }

  skip(): void {
    this.#setRun(skipTarget(this.run, Math.random))
  }

  close(): void {
    this.stop()
    this.#stopListening()
  }

  #onView(view: PracticeView): void {
    if (!this.isOn) return
    const nowMs = performance.now()
    this.hasHand = view.probabilities.length > 0
    if (this.hasHand) this.#seenAtMs = nowMs
    this.#setRun(stepPractice(this.run, view, Math.random))
    if (nowMs - this.#seenAtMs < AWAY_MS) return
    this.stop()
    this.wentAway = true
  }

  /** The network forgets what was seen before as soon as there is another target. */
  #setRun(run: PracticeRun): void {
    const isNew = run.target !== this.run.target || run.done !== this.run.done
    this.run = run
    if (isNew && this.isOn) inBackground('window', this.#store.request('forgetLetters', {}))
  }
}
