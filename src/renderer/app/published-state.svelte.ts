import { SvelteMap } from 'svelte/reactivity'
import {
  stateChannels,
  type DownlinkPayload,
  type StateChannel,
} from '../../contract/channels/channels.ts'
import type { RendererEndpoint, Unsubscribe } from '../../contract/boundary/endpoints.ts'

/** How things are, as the host has published it: the newest of each state channel. Who reads one hears of that one alone. */
export class PublishedState {
  readonly #values = new SvelteMap<StateChannel, unknown>()
  readonly #stops: readonly Unsubscribe[]

  constructor(end: Pick<RendererEndpoint, 'on'>) {
    this.#stops = stateChannels.map((channel) =>
      end.on(channel, (value) => this.#values.set(channel, value)),
    )
  }

  /** Undefined until the host has said. */
  value<Name extends StateChannel>(channel: Name): DownlinkPayload<Name> | undefined {
    return asValueOf<Name>(this.#values.get(channel))
  }

  close(): void {
    for (const stop of this.#stops) stop()
  }
}

// Parsed by the end with the channel's schema; a map does not know which value lies under which name.
const asValueOf = <Name extends StateChannel>(value: unknown): DownlinkPayload<Name> | undefined =>
  value as DownlinkPayload<Name> | undefined
