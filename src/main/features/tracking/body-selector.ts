import type { BodyOrder } from '../../../contract/channels/body-channels.ts'
import type { TrackerOrder, TrackerTiming } from '../../../contract/channels/status.ts'
import { needsBodies } from '../../../core/project/needs-bodies.ts'
import type { Project } from '../../../core/project/project.ts'
import type { TrackerChoice } from '../../shared/app-options.ts'
import { TrackerKeeper, type TrackerKeeperWorld } from './tracker-selector.ts'

type Passed = Omit<TrackerKeeperWorld, 'order' | 'measure' | 'show' | 'model'>
export interface BodyKeeperWorld extends Passed {
  /** Asked for when bodies are first wanted: who never wants any does not wait for it. */
  model(): Promise<TrackerOrder['model']>
  tell(order: BodyOrder): void
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
 * | a page looks at bodies, or the project uses them | as the keeper of the hand tracker: started and ordered |
 * | neither any more                                 | the page rests, the process ends                       |
 */
export class BodyKeeper {
  readonly #world: BodyKeeperWorld
  #choice: TrackerChoice
  #keeper: TrackerKeeper | undefined
  #model: Promise<TrackerOrder['model']> | undefined
  #isWatched = false
  #isBound = false

  constructor(world: BodyKeeperWorld, choice: TrackerChoice) {
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
    this.#keeper?.choose(choice)
  }

  timed(timings: readonly TrackerTiming[]): void {
    this.#keeper?.timed(timings)
  }

  /** For a page that has come, which looks at nothing yet. */
  tellPage(): void {
    this.#isWatched = false
    this.#follow()
    this.#keeper?.tellPage()
  }

  close(): void {
    this.#isWatched = false
    this.#isBound = false
    this.#end()
  }

  #follow(): void {
    if (this.#isWanted()) {
      this.#world.pace(this.#isWatched ? WATCHED_PER_SECOND : GESTURES_PER_SECOND)
      void this.#start()
      return
    }
    this.#end()
    this.#world.mended()
    this.#world.tell({ kind: 'rest' })
  }

  #isWanted(): boolean {
    return this.#isWatched || this.#isBound
  }

  #end(): void {
    this.#keeper?.close()
    this.#keeper = undefined
  }

  async #start(): Promise<void> {
    const { tell, remember, model } = this.#world
    this.#model ??= model()
    const found = await this.#model
    if (!this.#isWanted() || this.#keeper !== undefined) return
    this.#keeper = new TrackerKeeper(
      {
        ...this.#world,
        model: found,
        order: (tracker) => {
          tell({ kind: 'track', tracker })
        },
        measure: (trackers) => {
          tell({ kind: 'measure', trackers: [...trackers] })
        },
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
