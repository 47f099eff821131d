import type { AppState } from '../../../contract/channels/app-state.ts'
import type { Downlink } from '../../../contract/channels/channels.ts'
import type { MainEndpoint } from '../../../contract/boundary/endpoints.ts'

export interface TeeEnd {
  /** The window's end; what passes and is for the eye reaches the overlay as well. */
  readonly end: MainEndpoint
  /** The state that the overlay shows, now and whenever it connects. */
  showState(state: AppState): void
}

/** Orders go to the window alone, which has the camera; the state comes by `showState`. */
const SHOWN: ReadonlySet<Downlink> = new Set([
  'gesture',
  'action',
  'progress',
  'pointer',
  'switched',
  'spelling',
  'settings',
])

/** Joins the window's end with that of an overlay, which only shows: nothing that it says is heard. */
export function createTeeEndpoint(window: MainEndpoint, overlay: MainEndpoint): TeeEnd {
  let state: AppState | undefined
  /** An overlay that connects later still has to know how it is to look. */
  let tellSettings = (): void => undefined
  let isOverlayThere = false
  const sendState = (): void => {
    if (isOverlayThere && state !== undefined) overlay.send('state', state)
  }
  overlay.onConnection((isConnected) => {
    isOverlayThere = isConnected
    if (isConnected) tellSettings()
    sendState()
  })
  return {
    end: {
      ...window,
      send: (channel, payload) => {
        window.send(channel, payload)
        const show = (): void => overlay.send(channel, payload)
        if (channel === 'settings') tellSettings = show
        // Not queued for an overlay that is not there: a ring of yesterday is worth nothing.
        if (isOverlayThere && SHOWN.has(channel)) show()
      },
      close() {
        window.close()
        overlay.close()
      },
    },
    showState(next) {
      state = next
      sendState()
    },
  }
}
