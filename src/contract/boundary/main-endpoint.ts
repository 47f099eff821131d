import { inBackground, keepStage } from './faults.ts'
import {
  downlinks,
  laneOf,
  requests,
  uplinks,
  type Answer,
  type Ask,
  type Request,
  type StateChannel,
  type Uplink,
  type UplinkPayload,
} from '../channels/channels.ts'
import type { MainEndpoint } from './endpoints.ts'
import type { Lane } from './channel.ts'
import type { ReliableBody } from './envelope.ts'
import { messageOf } from './error-message.ts'
import { createLink, type Link } from './link.ts'
import type { Attachable, EndpointOptions } from './renderer-endpoint.ts'
import { failed, type Result } from './result.ts'
import { subscribe, subscribersOf, notifyAll } from './subscribers.ts'
import { say } from '../words/say.ts'

type Payloads = { readonly [Name in Uplink]: UplinkPayload<Name> }
type Responder<Name extends Request> = (
  payload: Ask<Name>,
) => Promise<Result<Answer<Name>>> | Result<Answer<Name>>
type Responders = { [Name in Request]?: Responder<Name> | undefined }

/**
 * The main process's end. Every message from the page is parsed; one of the wrong shape or direction ends the transport.
 *
 * How things are is kept here, the newest of each state channel, and said to every newcomer. Here and not in the link: both
 * sides of a link are alike, while only the app has something to say to whoever comes; and the link forgets what was confirmed,
 * which a page that is loaded anew needs all the same. Here and not with those who publish: they need not know that pages come
 * and go, and a display that joins late has an end, and so a memory, of its own.
 */
export function createMainEndpoint(
  options: Omit<EndpointOptions, 'runAfter'>,
): MainEndpoint & Attachable {
  const listeners = subscribersOf<Payloads>(uplinks)
  const responders: Responders = {}
  const published = new Map<StateChannel, unknown>()
  const connection = new Set<(isConnected: boolean) => void>()
  const notifyListeners = <Name extends Uplink>(channel: Name, raw: unknown): boolean => {
    const payload = parseUplink(channel, raw)
    if (payload === undefined) return false
    notifyAll(listeners[channel], payload)
    return true
  }
  const link = createLink(options.session, {
    reliable(body) {
      if (body.kind === 'ask') return handleRequest(body, responders, link, options.onTrouble)
      if (body.kind !== 'message' || !isUplink(body.channel, 'reliable')) return false
      return notifyListeners(body.channel, body.payload)
    },
    latest: (channel, payload) => isUplink(channel, 'latest') && notifyListeners(channel, payload),
    trouble: options.onTrouble,
    newcomer: () => {
      for (const [channel, value] of published) link.sendState(channel, value)
    },
    connection: (isConnected) => notifyAll(connection, isConnected),
  })
  return {
    send: (channel, payload) =>
      downlinks[channel].lane === 'reliable'
        ? link.sendReliable({ kind: 'message', channel, payload })
        : link.sendLatest(channel, payload),
    publish: (channel, value) => {
      published.set(channel, value)
      link.sendState(channel, value)
    },
    on: (channel, listener) => subscribe(listeners[channel], listener),
    handle: (name, responder) => {
      Object.assign(responders, { [name]: keepStage(responder) })
      return () => Object.assign(responders, { [name]: undefined })
    },
    onConnection: (listener) => subscribe(connection, listener),
    attach: (transport) => link.attach(transport),
    dropped: (channel) => link.countDropped(channel),
    close: () => link.close(),
  }
}

function handleRequest(
  ask: Extract<ReliableBody, { kind: 'ask' }>,
  responders: Responders,
  link: Link,
  onTrouble: EndpointOptions['onTrouble'],
): boolean {
  const { id, name } = ask
  if (!isRequest(name)) return false
  const answering = answerOf(name, ask.payload, responders)
  if (answering === undefined) return false
  inBackground(
    'link',
    answering
      .catch((error: unknown) => {
        // Our bug, to be seen as one; but one question is not worth the end of all that hands hold.
        const message = say('"{}" failed: {}', name, messageOf(error))
        onTrouble(message)
        return failed(message)
      })
      .then((result) => {
        if (result.ok) link.sendReliable({ kind: 'answer', id, value: result.value })
        else {
          const { message, fix } = result.problem
          link.sendReliable({ kind: 'refusal', id, problem: { message, fix } })
        }
      }),
  )
  return true
}

/** Nothing when the question has the wrong shape. */
function answerOf<Name extends Request>(
  name: Name,
  raw: unknown,
  responders: Responders,
): Promise<Result<Answer<Name>>> | undefined {
  const payload = parseAsk(name, raw)
  if (payload === undefined) return undefined
  const responder: Responder<Name> | undefined = responders[name]
  if (responder === undefined) return Promise.resolve(failed(say('Nobody answers "{}" yet.', name)))
  return Promise.resolve().then(() => responder(payload))
}

function isUplink(channel: string, lane: Lane): channel is Uplink {
  return laneOf(uplinks, channel) === lane
}

function isRequest(name: string): name is Request {
  return Object.hasOwn(requests, name)
}

function parseUplink<Name extends Uplink>(channel: Name, raw: unknown): Payloads[Name] | undefined {
  const parsed = uplinks[channel].schema.safeParse(raw)
  return parsed.success ? (parsed.data as Payloads[Name]) : undefined
}

function parseAsk<Name extends Request>(name: Name, raw: unknown): Ask<Name> | undefined {
  const parsed = requests[name].ask.safeParse(raw)
  return parsed.success ? (parsed.data as Ask<Name>) : undefined
}
