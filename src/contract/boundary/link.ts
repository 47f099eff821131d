import type { Sentence } from '../../core/sentence/sentence.ts'
import type { Unsubscribe } from './endpoints.ts'
import { createReliableInbox, createReliableOutbox } from './reliable-lane.ts'
import { reliableBodySchema, envelopeSchema, type ReliableBody, type Envelope } from './envelope.ts'
import { createLatestOutbox, type LatestMessage } from './latest-lane.ts'
import { say } from '../words/say.ts'
import type { Transport } from './transport.ts'

/** What comes out of a link. Both answer false to a message that breaks the contract. */
export interface LinkReceiver {
  reliable(body: ReliableBody): boolean
  latest(channel: string, payload: unknown): boolean
  /** Something was lost or refused. */
  trouble(message: Sentence): void
  /**
   * Another listener has taken the place of the one before, and knows nothing. What is sent now reaches it first, ahead of
   * whatever is sent when `connection` is heard of. The very first listener is none: it gets all that waited for it.
   */
  newcomer(): void
  connection(isConnected: boolean): void
}

/**
 * One side of the boundary above whatever transport there is just now. Reliable messages arrive once and in order, also across broken
 * transports; so do states among them, but one that still waits gives way to a newer one of its channel; of the latest lane the
 * newest arrives. Both sides are alike; what may be said is up to the ends.
 */
export interface Link {
  sendReliable(body: ReliableBody): void
  sendState(channel: string, payload: unknown): void
  sendLatest(channel: string, payload: unknown): void
  /** Takes a new transport into use; an old one is closed. */
  attach(transport: Transport): void
  countDropped(channel: string): number
  close(): void
}

/** Minutes of reliable messages at the rate of a busy hand; more means that nobody will ever read them. */
const EDGE_CAPACITY = 1000

/** `session` must be new for every link (a random id): it is how the other side tells a reconnect from a newcomer. */
export function createLink(session: string, receiver: LinkReceiver): Link {
  return new SessionLink(session, receiver)
}

class SessionLink implements Link {
  readonly #session: string
  readonly #receiver: LinkReceiver
  readonly #outbox = createReliableOutbox(EDGE_CAPACITY)
  readonly #inbox = createReliableInbox()
  readonly #latest = createLatestOutbox()
  readonly #latestSeen = new Map<string, number>()
  #peer: string | undefined
  #transport: Transport | undefined
  #detach: readonly Unsubscribe[] = []
  #isMet = false
  #isFull = false
  #isClosed = false

  constructor(session: string, receiver: LinkReceiver) {
    this.#session = session
    this.#receiver = receiver
  }

  sendReliable(body: ReliableBody): void {
    if (this.#isClosed) return
    if (!this.#outbox.add(body)) {
      const wasFull = this.#isFull
      // Set first: whoever hears of the trouble may want to send a message about it.
      this.#isFull = true
      if (!wasFull)
        this.#receiver.trouble(say('More than {} messages wait; some were lost.', EDGE_CAPACITY))
      return
    }
    this.#isFull = false
    this.#sendWaiting()
  }

  sendState(channel: string, payload: unknown): void {
    if (this.#isClosed) return
    this.#outbox.addNewest(channel, { kind: 'message', channel, payload })
    this.#sendWaiting()
  }

  sendLatest(channel: string, payload: unknown): void {
    if (!this.#isClosed) this.#sendMessage(this.#latest.add(channel, payload, this.#isMet))
  }

  attach(transport: Transport): void {
    this.#closeTransport('done')
    if (this.#isClosed) return transport.close('done')
    this.#transport = transport
    const of = this.#peer === undefined ? {} : { of: this.#peer }
    // Before anything is heard: a transport that has kept early messages delivers them at once, and answers need a greeting.
    this.#send({ kind: 'hello', session: this.#session, received: this.#inbox.received(), ...of })
    this.#detach = [
      transport.onMessage((message) => this.#receive(transport, message)),
      transport.onClose(() => this.#onTransportClosed(transport)),
    ]
  }

  countDropped(channel: string): number {
    return this.#latest.dropped(channel)
  }

  close(): void {
    this.#isClosed = true
    this.#closeTransport('done')
  }

  #receive(transport: Transport, message: unknown): void {
    if (transport !== this.#transport) return
    const envelope = envelopeSchema.safeParse(message)
    if (!envelope.success) return this.#refuseMessage(say('a message of no known form'))
    if (envelope.data.kind === 'hello') return this.#handleHello(envelope.data)
    if (!this.#isMet) return this.#refuseMessage(say('a message before the greeting'))
    this.#handleEnvelope(envelope.data)
  }

  #handleEnvelope(envelope: Exclude<Envelope, { kind: 'hello' }>): void {
    switch (envelope.kind) {
      case 'reliable':
        return this.#receiveReliable(envelope.sequence, envelope.body)
      case 'received':
        this.#outbox.confirm(envelope.sequence)
        return this.#sendWaiting()
      case 'latest':
        return this.#receiveLatest(envelope)
      case 'taken':
        return this.#sendMessage(this.#latest.onTaken(envelope.channel, envelope.sequence))
    }
  }

  #handleHello(hello: Extract<Envelope, { kind: 'hello' }>): void {
    if (this.#isMet) return this.#refuseMessage(say('a second greeting'))
    if (hello.session !== this.#peer) {
      this.#startNewPeerSession(hello.session)
    } else if (hello.of === this.#session) {
      this.#outbox.confirm(hello.received)
    }
    this.#isMet = true
    for (const reliable of [...this.#outbox.onTheirWay()])
      this.#send({ kind: 'reliable', ...reliable })
    this.#sendWaiting()
    for (const message of this.#latest.resume()) this.#sendMessage(message)
    this.#receiver.connection(true)
  }

  /** One that is new (a page loaded anew) must not get answers to questions that it never asked, nor yesterday's news. */
  #startNewPeerSession(session: string): void {
    const isFirst = this.#peer === undefined
    this.#peer = session
    this.#inbox.restart()
    this.#latestSeen.clear()
    if (isFirst) return
    this.#outbox.restart()
    this.#receiver.newcomer()
  }

  #receiveReliable(sequence: number, raw: unknown): void {
    const kind = this.#inbox.receive(sequence)
    if (kind === 'early') return this.#refuseMessage(say('message {} out of order', sequence))
    // Confirmed before it is handled: a handler that closes the transport must not have it sent again.
    this.#send({ kind: 'received', sequence: this.#inbox.received() })
    if (kind === 'repeated') return
    const body = reliableBodySchema.safeParse(raw)
    if (!body.success || !this.#receiver.reliable(body.data))
      this.#refuseMessage(say('a message of the wrong shape'))
  }

  #receiveLatest(message: LatestMessage): void {
    const { channel, sequence } = message
    this.#send({ kind: 'taken', channel, sequence })
    if (sequence <= (this.#latestSeen.get(channel) ?? 0)) return
    if (!this.#receiver.latest(channel, message.payload)) {
      return this.#refuseMessage(say('a message of the wrong shape on {}', channel))
    }
    this.#latestSeen.set(channel, sequence)
  }

  #sendWaiting(): void {
    while (this.#isMet) {
      const reliable = this.#outbox.nextUnsent()
      if (reliable === undefined) return
      this.#send({ kind: 'reliable', ...reliable })
    }
  }

  #sendMessage(message: LatestMessage | undefined): void {
    if (message !== undefined) this.#send({ kind: 'latest', ...message })
  }

  #send(envelope: Envelope): void {
    this.#transport?.send(envelope)
  }

  #refuseMessage(what: Sentence): void {
    this.#receiver.trouble(say('The connection was closed: it sent {}.', what))
    this.#closeTransport('refused')
  }

  #onTransportClosed(transport: Transport): void {
    if (transport === this.#transport) this.#forgetTransport()
  }

  #closeTransport(why: 'done' | 'refused'): void {
    const transport = this.#transport
    this.#forgetTransport()
    transport?.close(why)
  }

  #forgetTransport(): void {
    for (const unsubscribe of this.#detach) unsubscribe()
    this.#detach = []
    this.#transport = undefined
    const wasMet = this.#isMet
    this.#isMet = false
    if (wasMet) this.#receiver.connection(false)
  }
}
