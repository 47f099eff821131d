import { inBackground } from '../../../contract/boundary/faults.ts'
import type { BodyCommand } from '../../../contract/channels/body-channels.ts'
import type { TrackerCommand, TrackerTiming } from '../../../contract/channels/status.ts'
import { needsBodies } from '../../../core/project/needs-bodies.ts'
import type { Project } from '../../../core/project/project.ts'
import type { TrackerChoice } from '../../shared/app-options.ts'
import { TrackerSelector, type TrackerSelectorDependencies } from './tracker-selector.ts'

type Passed = Omit<TrackerSelectorDependencies, 'command' | 'show' | 'model'>
export interface BodySelectorDependencies extends Passed {
  /** Asked for when bodies are first wanted: who never wants any does not wait for it. */
  model(): Promise<TrackerCommand['model']>
  /** To the page, also to the next one that comes. */
  command(command: BodyCommand): void
  /** Pictures a second. */
  pace(perSecond: number): void
}

/** Somebody who looks wants to see every movement; a pose that is held, or a squat, is seen at this rate as well. */
const WATCHED_PER_SECOND = 30
const GESTURES_PER_SECOND = 12

/**
 * Which body tracker the page is to use, and that nothing of it runs while nobody wants bodies: looking for them costs as much
 * as looking for hands.
 *
 * | what happens                                     | next                                                   |
 * | a page looks at bodies, or the project uses them | as the selector of the hand tracker: started and told what to do |
 * | neither any more                                 | the page rests, the process ends                       |
 */
export class BodySelector {
  readonly #world: BodySelectorDependencies
  #choice: TrackerChoice
  #selector: TrackerSelector | undefined
  #model: Promise<TrackerCommand['model']> | undefined
  #isWatched = false
  #isBound = false

  constructor(world: BodySelectorDependencies, choice: TrackerChoice) {
    this.#world = world
    this.#choice = choice
  }

  /** The page began or stopped to look at bodies. */
  watch(isOn: boolean): void {
    this.#isWatched = isOn
    this.#follow()
  }

  /** The project in force. */
  follow(project: Project): void {
    this.#isBound = needsBodies(project)
    this.#follow()
  }

  choose(choice: TrackerChoice): void {
    this.#choice = choice
    this.#selector?.choose(choice)
  }

  useTimings(timings: readonly TrackerTiming[]): void {
    this.#selector?.useTimings(timings)
  }

  close(): void {
    this.#isWatched = false
    this.#isBound = false
    this.#end()
  }

  #follow(): void {
    if (this.#isWanted()) {
      this.#world.pace(this.#isWatched ? WATCHED_PER_SECOND : GESTURES_PER_SECOND)
      inBackground('body', this.#start())
      return
    }
    this.#end()
    this.#world.clearProblems()
    this.#world.command({ kind: 'rest' })
  }

  #isWanted(): boolean {
    return this.#isWatched || this.#isBound
  }

  #end(): void {
    this.#selector?.close()
    this.#selector = undefined
  }

  async #start(): Promise<void> {
    const { remember, model } = this.#world
    this.#model ??= model()
    const found = await this.#model
    if (!this.#isWanted() || this.#selector !== undefined) return
    this.#selector = new TrackerSelector(
      {
        ...this.#world,
        model: found,
        remember: (name) => {
          this.#choice = name
          remember(name)
        },
        // The page knows by its orders.
        show: () => undefined,
      },
      this.#choice,
    )
  }
}
