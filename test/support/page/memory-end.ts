import type {
  Ask,
  Answer,
  Downlink,
  DownlinkPayload,
  Request,
  Uplink,
  UplinkPayload,
} from '../../../src/contract/channels/channels.ts'
import type { RendererEndpoint } from '../../../src/contract/boundary/endpoints.ts'
import { failed, type Result } from '../../../src/contract/boundary/result.ts'
import { verbatim } from '../../../src/core/sentence/sentence.ts'

type Listener = (payload: never) => void

/** The boundary without a host: a test plays the host's part. */
export interface MemoryEnd extends RendererEndpoint {
  /** As if the host had sent it. */
  tell<Name extends Downlink>(channel: Name, payload: DownlinkPayload<Name>): void
  setConnected(isConnected: boolean): void
  /** What the page sent up, in order. */
  readonly sent: readonly { readonly channel: Uplink; readonly payload: unknown }[]
  readonly asked: readonly { readonly name: Request; readonly payload: unknown }[]
  /** Resolves with the first message on a channel, sent from now on, that fits. */
  nextSent<Name extends Uplink>(
    channel: Name,
    fits?: (payload: UplinkPayload<Name>) => boolean,
  ): Promise<UplinkPayload<Name>>
}

export function createMemoryEnd(
  handle: (name: Request) => Result<unknown> = () => failed(verbatim('Nobody answers in a test.')),
): MemoryEnd {
  const listeners = new Map<Downlink, Set<Listener>>()
  const connections = new Set<(isConnected: boolean) => void>()
  const sent: { channel: Uplink; payload: unknown }[] = []
  const asked: { name: Request; payload: unknown }[] = []
  const waiting = new Set<(channel: Uplink, payload: unknown) => void>()
  return {
    sent,
    asked,
    send: (channel, payload) => {
      sent.push({ channel, payload })
      for (const check of [...waiting]) check(channel, payload)
    },
    on: (channel, listener) => {
      const heard = listeners.get(channel) ?? new Set()
      listeners.set(channel, heard.add(listener))
      return () => heard.delete(listener)
    },
    request: <Name extends Request>(name: Name, payload: Ask<Name>) => {
      asked.push({ name, payload })
      return Promise.resolve(asAnswer<Name>(handle(name)))
    },
    onConnection: (listener) => {
      connections.add(listener)
      return () => connections.delete(listener)
    },
    close: () => {
      listeners.clear()
    },
    tell: (channel, payload) => {
      for (const listener of listeners.get(channel) ?? []) listener(asNever(payload))
    },
    setConnected: (isConnected) => {
      for (const listener of connections) listener(isConnected)
    },
    nextSent: <Name extends Uplink>(
      channel: Name,
      fits: (payload: UplinkPayload<Name>) => boolean = () => true,
    ) =>
      new Promise((resolve) => {
        const check = (name: Uplink, payload: unknown): void => {
          if (name !== channel || !fits(asPayload<Name>(payload))) return
          waiting.delete(check)
          resolve(asPayload<Name>(payload))
        }
        waiting.add(check)
      }),
  }
}

// The channel's name was compared just before; the type system cannot follow a name into a union.
const asPayload = <Name extends Uplink>(payload: unknown): UplinkPayload<Name> =>
  payload as UplinkPayload<Name>
const asNever = (payload: unknown): never => payload as never
const asAnswer = <Name extends Request>(result: Result<unknown>): Result<Answer<Name>> =>
  result as Result<Answer<Name>>
