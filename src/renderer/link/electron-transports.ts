import type { Transport } from '../../contract/boundary/transport.ts'
import { backOffMs } from './back-off.ts'

/** What our preload script puts on the page's window in Electron, and no more. */
export interface ElectronBridge {
  /** The way to the main process. */
  requestPort(): void
  /** Where a file lies that somebody dropped or chose; empty for one that was made in the page. */
  pathOf(file: File): string
}

/** The message with which the preload script passes the port on. */
export const PORT_MESSAGE = 'beckon:port'

/** Our preload's bridge, or nothing in a plain browser. */
export function electronBridge(scope: object = window): ElectronBridge | undefined {
  return 'beckon' in scope && isBridge(scope.beckon) ? scope.beckon : undefined
}

/** Asks the main process for a port and hands the transport over it to `attach`, and again whenever one ends. */
export function stayConnectedToElectron(
  bridge: ElectronBridge,
  attach: (transport: Transport) => void,
): () => void {
  const onMessage = (event: MessageEvent): void => {
    const port = event.ports[0]
    // Only our own window's preload script may hand us a port.
    if (event.source !== window || event.data !== PORT_MESSAGE || port === undefined) return
    const requestPortLater = (): void =>
      void window.setTimeout(() => bridge.requestPort(), backOffMs(0))
    port.addEventListener('close', requestPortLater, { once: true })
    attach(portTransport(port))
    port.start()
  }
  window.addEventListener('message', onMessage)
  bridge.requestPort()
  return () => window.removeEventListener('message', onMessage)
}

function portTransport(port: MessagePort): Transport {
  return {
    send: (message) => port.postMessage(message),
    onMessage(listener) {
      const onMessage = (event: MessageEvent): void => listener(event.data)
      port.addEventListener('message', onMessage)
      return () => port.removeEventListener('message', onMessage)
    },
    onClose(listener) {
      port.addEventListener('close', listener)
      return () => port.removeEventListener('close', listener)
    },
    close: () => port.close(),
  }
}

function isBridge(value: unknown): value is ElectronBridge {
  return (
    typeof value === 'object' &&
    value !== null &&
    'requestPort' in value &&
    typeof value.requestPort === 'function' &&
    'pathOf' in value &&
    typeof value.pathOf === 'function'
  )
}
