import { downlinks, type Downlink } from '../../../contract/channels/channels.ts'
import type { MainEndpoint } from '../../../contract/boundary/endpoints.ts'

/**
 * Joins the window's end with that of an overlay, which only shows: what the contract says is on the overlay reaches it as
 * well, and nothing that it says is heard. Orders go to the window alone, which has the camera.
 */
export function createTeeEndpoint(window: MainEndpoint, overlay: MainEndpoint): MainEndpoint {
  let isOverlayThere = false
  overlay.onConnection((isConnected) => {
    isOverlayThere = isConnected
  })
  return {
    ...window,
    send: (channel, payload) => {
      window.send(channel, payload)
      // Not queued for an overlay that is not there: a ring of yesterday is worth nothing.
      if (isOverlayThere && isOnOverlay(channel)) overlay.send(channel, payload)
    },
    publish: (channel, value) => {
      window.publish(channel, value)
      if (isOnOverlay(channel)) overlay.publish(channel, value)
    },
    close() {
      window.close()
      overlay.close()
    },
  }
}

const isOnOverlay = (channel: Downlink): boolean => downlinks[channel].isOnOverlay === true
