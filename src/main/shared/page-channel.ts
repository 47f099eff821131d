import type { MainEndpoint } from '../../contract/boundary/endpoints.ts'

/** Tells the page what is so now. Before it is there nothing is queued: on arrival it is told everything afresh. */
export interface PageTeller {
  readonly tell: MainEndpoint['send']
  onConnected(tellEverything: () => void): void
}

export function createPageTeller(host: { readonly end: MainEndpoint }): PageTeller {
  let isConnected = false
  return {
    tell: (channel, payload) => {
      if (isConnected) host.end.send(channel, payload)
    },
    onConnected: (tellEverything) => {
      host.end.onConnection((connected) => {
        isConnected = connected
        if (connected) tellEverything()
      })
    },
  }
}
