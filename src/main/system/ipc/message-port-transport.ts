import type { Transport } from '../../../contract/boundary/transport.ts'

/** The part of Electron's MessagePortMain that a wire needs; no import, so that it runs and is tested without Electron. */
export interface PortLike {
  postMessage(message: unknown): void
  on(event: 'message', listener: (event: { readonly data: unknown }) => void): unknown
  on(event: 'close', listener: () => void): unknown
  off(event: 'message', listener: (event: { readonly data: unknown }) => void): unknown
  off(event: 'close', listener: () => void): unknown
  /** Messages wait until the port is started. */
  start(): void
  close(): void
}

export function messagePortTransport(port: PortLike): Transport {
  return {
    send: (message) => port.postMessage(message),
    onMessage(listener) {
      const onMessage = (event: { readonly data: unknown }): void => listener(event.data)
      port.on('message', onMessage)
      port.start()
      return () => void port.off('message', onMessage)
    },
    onClose(listener) {
      port.on('close', listener)
      return () => void port.off('close', listener)
    },
    close: () => port.close(),
  }
}
