/** One attempt to reach another machine, as the kernel saw it. */
export interface OutsideContact {
  readonly address: string
  readonly line: string
}

const CALL = /^\d+\s+(connect|sendto|sendmsg|sendmmsg)\(\d+<([A-Za-z0-9]+)/
/** In the call's own arguments, and in what strace tells of the socket: `<UDP:[1.2.3.4:5->6.7.8.9:53]>`. */
const AIMED_AT = /inet_addr\("([^"]+)"\)|inet_pton\(AF_INET6, "([^"]+)"/
const CONNECTED_TO = /->\[?([0-9a-fA-F.:]+?)\]?:\d+\]>/
const LOOPBACK = /^(127\.|::1$|::ffff:127\.|0\.0\.0\.0$|::$)/

/**
 * Reads a trace of `connect` and the send calls (strace -f -yy, which tells of every socket what it is and where it leads)
 * and returns what tried to leave this machine: a TCP connection to an outside address, or anything sent to one. A
 * `connect` on a UDP socket sends nothing (Chromium asks the kernel so whether there is a route for IPv6); what is sent
 * on it afterwards counts.
 */
export function outsideContacts(trace: string): readonly OutsideContact[] {
  return trace.split('\n').flatMap((line) => {
    const [, call, socket] = CALL.exec(line) ?? []
    if (call === undefined || socket === undefined) return []
    if (call === 'connect' && socket.startsWith('UDP')) return []
    const aimed = AIMED_AT.exec(line)
    const address = aimed?.[1] ?? aimed?.[2] ?? CONNECTED_TO.exec(line)?.[1]
    return address === undefined || LOOPBACK.test(address) ? [] : [{ address, line }]
  })
}
