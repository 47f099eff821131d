import type {
  Answer,
  Ask,
  Downlink,
  DownlinkPayload,
  EventChannel,
  Request,
  StateChannel,
  Uplink,
  UplinkPayload,
} from '../channels/channels.ts'
import type { Result } from './result.ts'

export type Unsubscribe = () => void

/** The renderer's end of the boundary. Only what goes up can be sent, only what comes down can be heard. */
export interface RendererEndpoint {
  send<Name extends Uplink>(channel: Name, payload: UplinkPayload<Name>): void
  on<Name extends Downlink>(
    channel: Name,
    listener: (payload: DownlinkPayload<Name>) => void,
  ): Unsubscribe
  /** Answers within 5 s or with a problem that names the request. */
  request<Name extends Request>(name: Name, payload: Ask<Name>): Promise<Result<Answer<Name>>>
  onConnection(listener: (isConnected: boolean) => void): Unsubscribe
  close(): void
}

/** The main process's end. */
export interface MainEndpoint {
  /** Something happened, or goes on. */
  send<Name extends EventChannel>(channel: Name, payload: DownlinkPayload<Name>): void
  /**
   * So it is from now on: said to the page that is there, and to every one that comes while nothing newer is published. It may be
   * called before there is any page; what is published meanwhile replaces each other. The value is kept: do not change it later.
   */
  publish<Name extends StateChannel>(channel: Name, value: DownlinkPayload<Name>): void
  on<Name extends Uplink>(
    channel: Name,
    listener: (payload: UplinkPayload<Name>) => void,
  ): Unsubscribe
  handle<Name extends Request>(
    name: Name,
    responder: (payload: Ask<Name>) => Promise<Result<Answer<Name>>> | Result<Answer<Name>>,
  ): Unsubscribe
  onConnection(listener: (isConnected: boolean) => void): Unsubscribe
  close(): void
}
