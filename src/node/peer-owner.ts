import { readFile } from 'node:fs/promises'
import type { Socket } from 'node:net'
import { endianness } from 'node:os'

/** Both ends of a TCP connection on this computer, as the one who was connected to sees them. IPv4. */
export interface LoopbackEnds {
  readonly localAddress: string
  readonly localPort: number
  readonly remoteAddress: string
  readonly remotePort: number
}

/** Whose program is at the other end of a connection. `unknown`: this system does not tell. */
export type PeerOwner =
  | { readonly kind: 'ours' }
  | { readonly kind: 'other'; readonly uid: number }
  /** Nobody is there any more, or it is not from this computer. */
  | { readonly kind: 'nobody' }
  | { readonly kind: 'unknown' }

/** Lists the sockets of a network namespace, each with the user that made it (proc(5)); the second holds mapped IPv4, too. */
const TABLES = ['/proc/net/tcp', '/proc/net/tcp6'] as const
/** A table that changes while it is read may lack a row. */
const LOOKS = 3
const ESTABLISHED = '01'
/** What stands before an IPv4 address in a row of IPv6, on machines of either byte order. */
const MAPPED = ['0000000000000000FFFF0000', '00000000000000000000FFFF']

const known = new WeakMap<Socket, Promise<PeerOwner>>()

/**
 * Who connected, by the user that the system keeps for the other socket: a port of loopback is open to every program of every
 * user. Linux tells; elsewhere it is `unknown`, and only what a caller knows can let it in. Asked once for a connection.
 */
export function peerOwner(socket: Socket): Promise<PeerOwner> {
  const before = known.get(socket)
  if (before !== undefined) return before
  const { localAddress, localPort, remoteAddress, remotePort } = socket
  const isWhole = localAddress && localPort && remoteAddress && remotePort
  const asked = isWhole
    ? ownerOfPeer({ localAddress, localPort, remoteAddress, remotePort }, process.getuid?.())
    : Promise.resolve<PeerOwner>({ kind: 'nobody' })
  known.set(socket, asked)
  return asked
}

/** False for programs of another user, and for whoever has gone. */
export const mayComeIn = ({ kind }: PeerOwner): boolean => kind === 'ours' || kind === 'unknown'

async function ownerOfPeer(ends: LoopbackEnds, ownUid: number | undefined): Promise<PeerOwner> {
  if (process.platform !== 'linux' || ownUid === undefined) return { kind: 'unknown' }
  let isTelling = false
  for (let look = 0; look < LOOKS; look += 1) {
    const tables = await Promise.all(TABLES.map((path) => readFile(path, 'utf8').catch(() => '')))
    const table = tables.join('\n')
    const uid = uidOfPeer(table, ends)
    if (uid !== undefined) return uid === ownUid ? { kind: 'ours' } : { kind: 'other', uid }
    isTelling ||= hasOwnEnd(table, ends)
  }
  // Some kernels (WSL 1, sandboxes) show an empty table: one that lacks our own end says nothing about the other.
  return { kind: isTelling ? 'nobody' : 'unknown' }
}

/** The user whose socket is the other end, from the text of a table; undefined where there is none that is connected. */
export function uidOfPeer(table: string, ends: LoopbackEnds): number | undefined {
  const { localAddress, localPort, remoteAddress, remotePort } = ends
  const from = inTable(remoteAddress, remotePort)
  const row = rowOf(table, from, inTable(localAddress, localPort))
  return row?.state === ESTABLISHED ? Number(row.uid) : undefined
}

/** In whatever state: the other side may have ended it already. */
const hasOwnEnd = (table: string, ends: LoopbackEnds): boolean => {
  const { localAddress, localPort, remoteAddress, remotePort } = ends
  const own = inTable(localAddress, localPort)
  return rowOf(table, own, inTable(remoteAddress, remotePort)) !== undefined
}

function rowOf(
  table: string,
  from: string,
  to: string,
): { readonly state: string; readonly uid: string } | undefined {
  for (const row of table.split('\n')) {
    // sl, local, remote, state, queues, timer, retransmits, uid
    const [, local = '', remote = '', state = '', , , , uid = ''] = row.trim().split(/ +/)
    if (uid !== '' && asIpv4(local) === from && asIpv4(remote) === to) return { state, uid }
  }
  return undefined
}

/** As the kernel prints them: the address as a number of the machine's byte order, in hexadecimal. */
function inTable(address: string, port: number): string {
  const bytes = address
    .replace(/^::ffff:/i, '')
    .split('.')
    .map(Number)
  const ordered = endianness() === 'LE' ? bytes.toReversed() : bytes
  return `${ordered.map((byte) => hex(byte, 2)).join('')}:${hex(port, 4)}`
}

function asIpv4(place: string): string {
  const mapped = MAPPED.find((prefix) => place.startsWith(prefix))
  return mapped === undefined ? place : place.slice(mapped.length)
}

const hex = (number: number, digits: number): string =>
  number.toString(16).toUpperCase().padStart(digits, '0')
