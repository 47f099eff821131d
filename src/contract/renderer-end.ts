import type { Sentence } from '../core/sentence.ts'
import { downlinks, laneOf, uplinks, type Downlink, type DownlinkPayload } from './channels.ts'
import type { RendererEnd } from './ends.ts'
import type { Lane } from './channel.ts'
import type { EdgeBody } from './envelope.ts'
import { createLink } from './link.ts'
import { createQuestions, type After } from './questions.ts'
import { subscribe, tellAll, type Subscribers } from './subscribers.ts'
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
  const listeners: Subscribers<Payloads> = {
    state: new Set(),
    gesture: new Set(),
    action: new Set(),
    projects: new Set(),
    cameraOrder: new Set(),
    trackerOrder: new Set(),
    measureTrackers: new Set(),
    progress: new Set(),
    pointer: new Set(),
    switched: new Set(),
    foreground: new Set(),
    settings: new Set(),
    service: new Set(),
    recording: new Set(),
    calibrations: new Set(),
    shadow: new Set(),
    spelling: new Set(),
    practice: new Set(),
    bodyOrder: new Set(),
    bodyPace: new Set(),
    videos: new Set(),
  }
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
      if (body.kind === 'ask' || !isDownlink(body.channel, 'edge')) return false
      return hear(body.channel, body.payload)
    },
    latest: (channel, payload) => isDownlink(channel, 'latest') && hear(channel, payload),
    trouble: options.onTrouble,
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

function isDownlink(channel: string, lane: Lane): channel is Downlink {
  return laneOf(downlinks, channel) === lane
}

function parseDownlink<Name extends Downlink>(
  channel: Name,
  raw: unknown,
): Payloads[Name] | undefined {
  const parsed = downlinks[channel].schema.safeParse(raw)
  return parsed.success ? (parsed.data as Payloads[Name]) : undefined
}
