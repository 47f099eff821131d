import type { Sentence } from '../../core/sentence/sentence.ts'
import {
  downlinks,
  laneOf,
  uplinks,
  type Downlink,
  type DownlinkPayload,
} from '../channels/channels.ts'
import type { RendererEndpoint } from './endpoints.ts'
import type { Lane } from './channel.ts'
import type { ReliableBody } from './envelope.ts'
import { createLink } from './link.ts'
import { createPendingRequests, type After } from './pending-requests.ts'
import { subscribe, subscribersOf, notifyAll } from './subscribers.ts'
import type { Transport } from './transport.ts'

export interface EndpointOptions {
  /** A new random id for every end. */
  readonly session: string
  readonly runAfter: After
  /** What the other side did wrong, or what was lost. */
  readonly onTrouble: (message: Sentence) => void
}

export interface Attachable {
  /** Takes a new transport into use, in place of the one before. */
  attach(transport: Transport): void
  /** How many messages of a latest channel were replaced before they were sent. */
  dropped(channel: string): number
}

type Payloads = { readonly [Name in Downlink]: DownlinkPayload<Name> }

export function createRendererEndpoint(options: EndpointOptions): RendererEndpoint & Attachable {
  const listeners = subscribersOf<Payloads>(downlinks)
  const connection = new Set<(isConnected: boolean) => void>()
  const pendingRequests = createPendingRequests(options.runAfter)
  const notifyListeners = <Name extends Downlink>(channel: Name, raw: unknown): boolean => {
    const payload = parseDownlink(channel, raw)
    if (payload === undefined) return false
    notifyAll(listeners[channel], payload)
    return true
  }
  const link = createLink(options.session, {
    reliable(body: ReliableBody) {
      if (body.kind === 'answer' || body.kind === 'refusal') return pendingRequests.settle(body)
      if (body.kind === 'ask' || !isDownlink(body.channel, 'reliable', 'state')) return false
      return notifyListeners(body.channel, body.payload)
    },
    latest: (channel, payload) =>
      isDownlink(channel, 'latest') && notifyListeners(channel, payload),
    trouble: options.onTrouble,
    // The page asks and tells what it finds; it has nothing to say to whoever comes.
    newcomer: () => undefined,
    connection: (isConnected) => notifyAll(connection, isConnected),
  })
  return {
    send: (channel, payload) =>
      uplinks[channel].lane === 'reliable'
        ? link.sendReliable({ kind: 'message', channel, payload })
        : link.sendLatest(channel, payload),
    on: (channel, listener) => subscribe(listeners[channel], listener),
    request: (name, payload) =>
      pendingRequests.request(name, payload, (body) => link.sendReliable(body)),
    onConnection: (listener) => subscribe(connection, listener),
    attach: (transport) => link.attach(transport),
    dropped: (channel) => link.countDropped(channel),
    close: () => link.close(),
  }
}

function isDownlink(channel: string, ...lanes: readonly Lane[]): channel is Downlink {
  const lane = laneOf(downlinks, channel)
  return lane !== undefined && lanes.includes(lane)
}

function parseDownlink<Name extends Downlink>(
  channel: Name,
  raw: unknown,
): Payloads[Name] | undefined {
  const parsed = downlinks[channel].schema.safeParse(raw)
  return parsed.success ? (parsed.data as Payloads[Name]) : undefined
}
