import type { Server } from 'node:http'
import { inBackground } from '../contract/boundary/faults.ts'
import { mayComeIn, peerOwner } from './peer-owner.ts'

/** A page and its media take some ten; each costs a descriptor of the process that moves the pointer. */
const MOST_CONNECTIONS = 256
/** Long enough to hear that they are refused, if they ask. */
const GRACE_MS = 500

/** Lets programs of other users keep no connection, whether they ask for something or not, and nobody have too many. */
export function turnAwayStrangers(server: Server): void {
  server.maxConnections = MOST_CONNECTIONS
  server.on('connection', (socket) => {
    inBackground(
      'link',
      peerOwner(socket).then((owner) => {
        if (!mayComeIn(owner)) setTimeout(() => socket.destroy(), GRACE_MS).unref()
      }),
    )
  })
}
