/** One attempt to reach another machine, as the kernel saw it. */
export interface OutsideContact {
  readonly address: string
  readonly line: string
}

const LOOPBACK = /^(127\.|::1$|::ffff:127\.|0\.0\.0\.0$|::$)/
const ADDRESS = /inet_addr\("([^"]+)"\)|inet_pton\(AF_INET6, "([^"]+)"/

/**
 * Reads a trace of `socket`, `connect` and the send calls (strace -f) and returns what tried to leave this machine: a TCP
 * connection to an outside address, or anything sent to one. A `connect` on a datagram socket alone sends nothing
 * (Chromium asks the kernel so whether it has a route for IPv6) and counts only once something is sent on it.
 */
export function outsideContacts(trace: string): readonly OutsideContact[] {
  const datagramSockets = new Set<string>()
  const aimedOutside = new Map<string, string>()
  const contacts: OutsideContact[] = []
  for (const line of trace.split('\n')) {
    const call = /^(\d+)\s+(\w+)\(/.exec(line)
    if (call === null) continue
    const [, pid = '', name = ''] = call
    const socket = `${pid}:${/^\d+\s+\w+\((\d+)/.exec(line)?.[1] ?? ''}`
    if (name === 'socket') {
      const opened = `${pid}:${/= (\d+)/.exec(line)?.[1] ?? ''}`
      if (line.includes('SOCK_DGRAM')) datagramSockets.add(opened)
      else datagramSockets.delete(opened)
      aimedOutside.delete(opened)
      continue
    }
    const address = outsideAddress(line)
    if (address === undefined) {
      const aim = name === 'connect' ? undefined : aimedOutside.get(socket)
      if (aim !== undefined) contacts.push({ address: aim, line })
    } else if (name === 'connect' && datagramSockets.has(socket)) {
      aimedOutside.set(socket, address)
    } else {
      contacts.push({ address, line })
    }
  }
  return contacts
}

function outsideAddress(line: string): string | undefined {
  const found = ADDRESS.exec(line)
  const address = found?.[1] ?? found?.[2]
  return address === undefined || LOOPBACK.test(address) ? undefined : address
}
