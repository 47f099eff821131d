import { inBackground } from '../../../contract/boundary/faults.ts'
import { say } from '../../../contract/words/say.ts'
import type { ServiceNews, ServiceState } from '../../../contract/channels/service-channels.ts'
import {
  createRestartPolicy,
  type RestartClock,
  type RestartPolicy,
} from '../../../node/restart-policy.ts'
import type { ServiceClient } from './service-client.ts'

/**
 * Keeps the service running for as long as it is wanted.
 *
 * | state    | what happens               | next                                                     |
 * | off      | it is wanted               | starting, as soon as the one before has ended            |
 * | starting | it listens                 | running                                                  |
 * | starting | it says why it cannot      | failed: another try would fail alike                     |
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
    this.#ending = this.#client?.stop() ?? this.#ending
    this.#client = undefined
    this.#show({ kind: 'off' })
  }

  #onNews(news: ServiceNews | { readonly kind: 'ended' }): void {
    switch (news.kind) {
      case 'listening':
        this.#show({ kind: 'running', address: news.address })
        return
      case 'failed':
        this.#show(news)
        return
      case 'ended':
        this.#client = undefined
        if (this.#state.kind !== 'failed') this.#restart()
    }
  }

  #restart(): void {
    if (this.#policy.restart(() => inBackground('service', this.#start()))) {
      this.#show({ kind: 'starting' })
    } else {
      const reason = say('The service ended unexpectedly three times in 5 minutes.')
      this.#show({ kind: 'failed', reason })
    }
  }

  #show(state: ServiceState): void {
    this.#state = state
    this.#world.show(state)
  }
}

export interface ServiceDependencies extends RestartClock {
  /** Starts the process. What it is told comes later, never at once. */
  open(onNews: (news: ServiceNews | { readonly kind: 'ended' }) => void): ServiceClient
  show(state: ServiceState): void
}
