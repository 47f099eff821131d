import { once } from 'node:events'
import { connect, createServer, type Socket } from 'node:net'
import { endianness } from 'node:os'
import { expect, it } from 'vitest'
import { mayComeIn, peerOwner, uidOfPeer } from './peer-owner.ts'

/** As /proc/net/tcp has them: who listens, both ends of a connection, and one that is over. */
const TABLE = `  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
   0: 0100007F:1F90 00000000:0000 0A 00000000:00000000 00:00000000 00000000  1000        0 1 1 0 100 0 0 10 0
   1: 0100007F:1F90 0100007F:C350 01 00000000:00000000 00:00000000 00000000  1000        0 2 1 0 20 4 0 10 -1
   2: 0100007F:C350 0100007F:1F90 01 00000000:00000000 00:00000000 00000000 65534        0 3 1 0 20 4 0 10 -1
   3: 0100007F:C351 0100007F:1F90 06 00000000:00000000 03:00000000 00000000     0        0 0 3 0`
const MAPPED =
  '0: 0000000000000000FFFF00000100007F:C352 0000000000000000FFFF00000100007F:1F90 01 0:0 0:0 0 33 0 9'
const ends = (remotePort: number) =>
  ({ localAddress: '127.0.0.1', localPort: 8080, remoteAddress: '127.0.0.1', remotePort }) as const

it.runIf(endianness() === 'LE')(
  'finds whose socket the other end is, and none that is over (skipped on big-endian machines)',
  () => {
    expect(uidOfPeer(TABLE, ends(0xc350))).toBe(65534)
    expect(uidOfPeer(TABLE, ends(0xc351))).toBeUndefined()
    expect(uidOfPeer(TABLE, ends(0xc352))).toBeUndefined()
    expect(uidOfPeer(MAPPED, ends(0xc352))).toBe(33)
    expect(uidOfPeer('', ends(0xc350))).toBeUndefined()
  },
)

it('knows a program of our own user, by either kind of address', async () => {
  const server = createServer()
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { readonly port: number }
  for (const host of ['127.0.0.1', '::ffff:127.0.0.1']) {
    const client = connect(port, host)
    const [socket] = (await once(server, 'connection')) as [Socket]
    expect(mayComeIn(await peerOwner(socket))).toBe(true)
    if (process.platform === 'linux') expect(await peerOwner(socket)).toEqual({ kind: 'ours' })
    client.destroy()
    socket.destroy()
  }
  server.close()
})
