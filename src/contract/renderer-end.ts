import type { Sentence } from '../core/sentence.ts'
import { downlinks, laneOf, uplinks, type Downlink, type DownlinkPayload } from './channels.ts'
import type { RendererEnd } from './ends.ts'
import type { Lane } from './channel.ts'
import type { EdgeBody } from './envelope.ts'
import { createLink } from './link.ts'
import { createQuestions, type After } from './questions.ts'
import { subscribe, subscribersOf, tellAll } from './subscribers.ts'
import type { Wire } from './wire.ts'

export interface EndOptions {
  /** A new random id for every end. */
  readonly session: string
  readonly after: After
  /** What the other side did wrong, or what was lost. */
  readonly onTrouble: (message: Sentence) => void
}

export interface Attachable {
  /** Takes a new wire into use, in place of the one before. */
  attach(wire: Wire): void
  /** How many messages of a latest channel were replaced before they were sent. */
  dropped(channel: string): number
}

type Payloads = { readonly [Name in Downlink]: DownlinkPayload<Name> }

export function createRendererEnd(options: EndOptions): RendererEnd & Attachable {
  const listeners = subscribersOf<Payloads>(downlinks)
  const connection = new Set<(isConnected: boolean) => void>()
  const questions = createQuestions(options.after)
  const hear = <Name extends Downlink>(channel: Name, raw: unknown): boolean => {
    const payload = parseDownlink(channel, raw)
    if (payload === undefined) return false
    tellAll(listeners[channel], payload)
    return true
  }
  const link = createLink(options.session, {
    edge(body: EdgeBody) {
      if (body.kind === 'answer' || body.kind === 'refusal') return questions.settle(body)
      if (body.kind === 'ask' || !isDownlink(body.channel, 'edge', 'state')) return false
      return hear(body.channel, body.payload)
    },
    latest: (channel, payload) => isDownlink(channel, 'latest') && hear(channel, payload),
    trouble: options.onTrouble,
    // The page asks and tells what it finds; it has nothing to say to whoever comes.
    newcomer: () => undefined,
    connection: (isConnected) => tellAll(connection, isConnected),
  })
  return {
    send: (channel, payload) =>
      uplinks[channel].lane === 'edge'
        ? link.sendEdge({ kind: 'message', channel, payload })
        : link.sendLatest(channel, payload),
    on: (channel, listener) => subscribe(listeners[channel], listener),
    ask: (name, payload) => questions.ask(name, payload, (body) => link.sendEdge(body)),
    onConnection: (listener) => subscribe(connection, listener),
    attach: (wire) => link.attach(wire),
    dropped: (channel) => link.dropped(channel),
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
