import { failed, type Result } from '../../../contract/boundary/result.ts'
import { say } from '../../../contract/words/say.ts'
import type { ShadowView } from '../../../contract/channels/shadow-channels.ts'
import { isGestureId } from '../../../core/gesture/gesture-event.ts'
import type { Thresholds } from '../../../core/project/thresholds.ts'
import {
  EMPTY_LEDGER,
  NOTHING_OPEN,
  stepLedger,
  type ShadowInput,
} from '../../../core/tuning/shadow-ledger.ts'
import { thresholdOf } from '../../../core/tuning/shadow-proposal.ts'
import type { ShadowOfProject, TuningStore } from './tuning-store.ts'
import { proposalFor, shadowView } from './shadow-view.ts'

const NO_SHADOW: ShadowOfProject = { ledger: EMPTY_LEDGER, thresholds: {} }

/** The ledgers of all projects and what was accepted of their proposals. Ahead of the disk until it is written. */
export class ShadowBook {
  readonly #file: TuningStore['shadow']
  readonly #projectId: () => string
  #shadow: ReturnType<TuningStore['shadow']['current']>
  #watch = NOTHING_OPEN

  constructor(file: TuningStore['shadow'], projectId: () => string) {
    this.#file = file
    this.#projectId = projectId
    this.#shadow = file.current()
  }

  note(input: ShadowInput): void {
    const stepped = stepLedger({ ledger: this.#own().ledger, watch: this.#watch }, input)
    this.#watch = stepped.watch
    this.#change({ ledger: stepped.ledger })
  }

  /** Forgets what is under way: what comes next is another session. */
  forgetOpenWatch(): void {
    this.#watch = NOTHING_OPEN
  }

  clear(): void {
    this.forgetOpenWatch()
    this.#change({ ledger: EMPTY_LEDGER })
  }

  setBudget(perHour: number): void {
    this.#shadow = { ...this.#shadow, budgetPerHour: perHour }
  }

  /** Puts the proposal for this gesture in force, or says that there is none. */
  accept(gesture: string): Result<never> | undefined {
    if (!isGestureId(gesture)) return failed(say('There is no such gesture.'))
    const { thresholds } = this.#own()
    const { budgetPerHour } = this.#shadow
    const threshold = thresholdOf(proposalFor(gesture, { ...this.#own(), budgetPerHour }))
    if (threshold === undefined) return failed(say('There is nothing to change for this gesture.'))
    const stricter = { ...thresholds[gesture], ...threshold }
    this.#change({ thresholds: { ...thresholds, [gesture]: stricter } })
    return undefined
  }

  revoke(gesture: string): void {
    const others = Object.entries(this.#own().thresholds).filter(([known]) => known !== gesture)
    this.#change({ thresholds: Object.fromEntries(others) })
  }

  thresholdsOf(project: string): Thresholds {
    return this.#shadow.projects[project]?.thresholds ?? {}
  }

  /** Of all projects, by their ids. */
  thresholds(): Readonly<Record<string, Thresholds>> {
    const projects = Object.entries(this.#shadow.projects)
    return Object.fromEntries(projects.map(([id, { thresholds }]) => [id, thresholds]))
  }

  view(isOn: boolean): ShadowView {
    const { budgetPerHour } = this.#shadow
    return shadowView({ isOn, budgetPerHour, project: this.#projectId(), ...this.#own() })
  }

  write(): Promise<Result<Record<never, never>>> {
    return this.#file.change(this.#shadow)
  }

  #own(): ShadowOfProject {
    return this.#shadow.projects[this.#projectId()] ?? NO_SHADOW
  }

  #change(part: Partial<ShadowOfProject>): void {
    const projects = { ...this.#shadow.projects, [this.#projectId()]: { ...this.#own(), ...part } }
    this.#shadow = { ...this.#shadow, projects }
  }
}
