import { inBackground } from '../../../contract/boundary/faults.ts'
import { say } from '../../../contract/words/say.ts'
import type { ServiceNews, ServiceState } from '../../../contract/channels/service-channels.ts'
import {
  createRestartPolicy,
  type RestartClock,
  type RestartPolicy,
} from '../../../node/restart-policy.ts'
import { takePulse, type Pulse } from '../../../node/take-pulse.ts'
import type { Sentence } from '../../../core/sentence/sentence.ts'
import type { ServiceClient } from './service-client.ts'

/**
 * Keeps the service running for as long as it is wanted.
 *
 * | state    | what happens               | next                                                     |
 * | off      | it is wanted               | starting, as soon as the one before has ended            |
 * | starting | it listens                 | running; asked for a sign of life every second           |
 * | starting | it says why it cannot      | failed: another try would fail alike                     |
 * | running  | no sign of life for 10 s   | killed, which ends it                                    |
 * | any      | it ends unexpectedly       | starting again after a quarter, then half a second       |
 * | any      | third such end in 5 minutes | failed                                                  |
 * | any      | it is not wanted any more  | off                                                      |
 */
export class ServiceSupervisor {
  readonly #world: ServiceDependencies
  readonly #policy: RestartPolicy
  #state: ServiceState = { kind: 'off' }
  #isWanted = false
  #client: ServiceClient | undefined
  #pulse: Pulse | undefined
  #ending: Promise<void> = Promise.resolve()

  constructor(world: ServiceDependencies) {
    this.#world = world
    this.#policy = createRestartPolicy(world)
  }

  get state(): ServiceState {
    return this.#state
  }

  follow(isWanted: boolean): void {
    if (isWanted === this.#isWanted) return
    this.#isWanted = isWanted
    if (isWanted) inBackground('service', this.#start())
    else this.#stop()
  }

  /** Resolves when its process has ended. */
  async close(): Promise<void> {
    this.follow(false)
    await this.#ending
  }

  async #start(): Promise<void> {
    this.#show({ kind: 'starting' })
    await this.#ending
    if (!this.#isWanted || this.#client !== undefined) return
    const client = this.#world.open((news) => {
      if (this.#client === client) this.#onNews(news)
    })
    this.#client = client
  }

  #stop(): void {
    this.#policy.cancel()
    this.#pulse?.stop()
    this.#ending = this.#client?.stop() ?? this.#ending
    this.#client = undefined
    this.#show({ kind: 'off' })
  }

  #onNews(news: ServiceNews | { readonly kind: 'ended' }): void {
    switch (news.kind) {
      case 'listening':
        this.#show({ ...news, kind: 'running' })
        if (this.#client !== undefined) this.#pulse = takePulse(this.#client, this.#world, PULSE)
        return
      case 'pong':
        this.#pulse?.answered()
        return
      case 'failed':
        this.#show(news)
        return
      case 'ended':
        this.#client = undefined
        this.#pulse?.stop()
        if (this.#state.kind !== 'failed') this.#restart(this.#pulse?.isHung() === true)
        this.#pulse = undefined
    }
  }

  #restart(hasHung: boolean): void {
    const how = hasHung ? say('stopped answering') : say('ended unexpectedly')
    const what = say('The service for other programs')
    if (this.#policy.restart(() => inBackground('service', this.#start()))) {
      this.#show({ kind: 'starting' })
      this.#world.report(say('{} {}. It is being restarted.', what, how))
    } else {
      this.#show({ kind: 'failed', reason: say('{} {} three times in 5 minutes.', what, how) })
    }
  }

  #show(state: ServiceState): void {
    this.#state = state
    this.#world.show(state)
  }
}

/** Ten times as patient as with what moves the pointer: it may be at work for others. */
const PULSE = { everyMs: 1000, hangsAfterMs: 10_000 } as const

export interface ServiceDependencies extends RestartClock {
  /** Starts the process. What it is told comes later, never at once. */
  open(onNews: (news: ServiceNews | { readonly kind: 'ended' }) => void): ServiceClient
  show(state: ServiceState): void
  /** Tells people what went wrong and is being mended. */
  report(message: Sentence): void
}
