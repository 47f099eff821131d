import { inBackground } from '../../../contract/boundary/faults.ts'
import type { PointingTestResult } from '../../../contract/channels/pointing-test-channels.ts'
import type { ScreenPoint } from '../../../core/geometry/point.ts'
import type { PointingCondition, PointingTrial } from '../../../core/tuning/pointing-test.ts'
import type { AppStore } from '../../app/app-store.svelte.ts'
import { createPointingRound, type PointingRound } from './pointing-round.ts'

/** Easy, middling and hard; the same for everyone, or results could not be compared. CSS pixels. */
export const CONDITIONS: readonly PointingCondition[] = [
  { distancePx: 320, widthPx: 64 },
  { distancePx: 320, widthPx: 36 },
  { distancePx: 160, widthPx: 28 },
]

type Phase =
  | { readonly kind: 'idle' }
  | { readonly kind: 'running'; readonly condition: number }
  | { readonly kind: 'saving' }
  | { readonly kind: 'done'; readonly result: PointingTestResult }

/** The pointing test as the page shows it: the rounds, one after another, and what came of all tests so far. */
export class PointingTest {
  phase = $state.raw<Phase>({ kind: 'idle' })
  /** Of the target to be tapped, and where the targets are. */
  target = $state.raw<number>()
  round = $state.raw<PointingRound>()
  tapped = $state(0)
  /** Newest first; undefined until they are read. */
  results = $state.raw<readonly PointingTestResult[]>()

  readonly #store: AppStore
  #centre: ScreenPoint = { x: 0, y: 0 }
  #tests: { readonly condition: PointingCondition; readonly trials: PointingTrial[] }[] = []

  constructor(store: AppStore) {
    this.#store = store
    inBackground('window', this.read())
  }

  async read(): Promise<void> {
    const answer = await this.#store.request('listPointingTests', {})
    this.results = answer.ok ? answer.value.results.toReversed() : []
  }

  /** Shows the pad, which starts the test when it knows where its middle is. */
  open(): void {
    this.phase = { kind: 'running', condition: 0 }
  }

  /** `centre` of the circle in the pad's own pixels. */
  start(centre: ScreenPoint): void {
    this.#centre = centre
    this.#tests = []
    this.#beginRound(0)
  }

  stop(): void {
    this.phase = { kind: 'idle' }
    this.round = undefined
  }

  addPointer(pointer: ScreenPoint, atMs: number): void {
    this.round?.addPointer(pointer, atMs)
    this.#follow()
  }

  click(at: ScreenPoint, atMs: number): void {
    this.round?.click(at, atMs)
    this.#follow()
  }

  async remove(id: string): Promise<void> {
    const answer = await this.#store.request('deletePointingTest', { id })
    if (answer.ok) await this.read()
  }

  #beginRound(condition: number): void {
    const wanted = CONDITIONS[condition]
    if (!wanted) return
    this.round = createPointingRound(wanted, this.#centre)
    this.phase = { kind: 'running', condition }
    this.#follow()
  }

  #follow(): void {
    if (this.phase.kind !== 'running' || !this.round) return
    this.target = this.round.current()
    this.tapped = this.round.trials.length
    if (this.target !== undefined) return
    this.#tests.push({ condition: this.round.condition, trials: [...this.round.trials] })
    const next = this.phase.condition + 1
    if (next < CONDITIONS.length) this.#beginRound(next)
    else inBackground('window', this.#storeResult())
  }

  async #storeResult(): Promise<void> {
    this.round = undefined
    this.phase = { kind: 'saving' }
    const answer = await this.#store.request('keepPointingTest', { tests: this.#tests })
    this.phase = answer.ok ? { kind: 'done', result: answer.value.result } : { kind: 'idle' }
    await this.read()
  }
}
