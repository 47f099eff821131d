import type { AppStore } from '../../app/app-store.svelte.ts'
import { SETUP_STEPS, setupStepOf, stepAfter, stepBefore, type SetupStep } from './setup-steps.ts'

export const DOTS = 3
const CLICKS = 2

/** The first-run path: where it is, and what it has seen to work. What a step asks for is checked on the running app. */
export class Setup {
  step = $state<SetupStep>('camera')
  /** Which dots the pointer has been on. */
  reached = $state.raw<readonly number[]>([])
  clicks = $state(0)
  /** Somebody went to this step by choice: it stays, whatever is seen to work. */
  isLookedAt = $state(false)
  readonly #store: AppStore

  constructor(store: AppStore) {
    this.#store = store
    this.step = setupStepOf(store.settings.setupStep)
  }

  /** What this step asks for has been seen. The last two ask for nothing. */
  get isVerified(): boolean {
    const { state } = this.#store
    if (this.isStandIn && this.step !== 'comfort' && this.step !== 'done') return false
    switch (this.step) {
      case 'camera':
        return state?.camera.kind === 'live'
      case 'hand':
        return state !== undefined && state.handCount > 0
      case 'engage':
        return state?.mode === 'engaged'
      case 'point':
        return this.reached.length >= DOTS
      case 'click':
        return this.clicks >= CLICKS
      case 'comfort':
      case 'done':
        return true
    }
  }

  /** The hand that is seen is the demo's, for there is no camera: nothing that it does proves anything. */
  get isStandIn(): boolean {
    return this.#store.value('cameraCommand')?.isStandIn === true
  }

  /** There is something to see to work; the other steps wait for their button. */
  get isChecked(): boolean {
    return this.step !== 'comfort' && this.step !== 'done'
  }

  get goesOnByItself(): boolean {
    return this.isChecked && this.isVerified && !this.isLookedAt
  }

  get number(): number {
    return SETUP_STEPS.indexOf(this.step) + 1
  }

  next(): void {
    this.#go(stepAfter(this.step), false)
  }

  back(): void {
    const before = stepBefore(this.step)
    if (before) this.go(before)
  }

  go(step: SetupStep): void {
    this.#go(step, true)
  }

  reach(dot: number): void {
    if (this.step !== 'point' || this.reached.includes(dot)) return
    this.reached = [...this.reached, dot]
  }

  click(): void {
    if (this.step === 'click') this.clicks += 1
  }

  #go(step: SetupStep, isLookedAt: boolean): void {
    this.isLookedAt = isLookedAt
    this.step = step
    this.reached = []
    this.clicks = 0
    this.#store.changeSettings({ setupStep: step })
  }
}
