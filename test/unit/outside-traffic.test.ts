import { expect, it } from 'vitest'
import { outsideContacts } from '../e2e/support/outside-traffic.ts'

const tcp = (address: string): string =>
  `100 connect(5, {sa_family=AF_INET, sin_port=htons(443), sin_addr=inet_addr("${address}")}, 16) = -1`
const udpSocket = '100 socket(AF_INET6, SOCK_DGRAM|SOCK_CLOEXEC, IPPROTO_UDP) = 7'
const udpConnect =
  '100 connect(7, {sa_family=AF_INET6, sin6_port=htons(443), inet_pton(AF_INET6, "2001:db8::8", &sin6_addr)}, 28) = 0'

it('names a connection to another machine', () => {
  expect(outsideContacts(tcp('203.0.113.9')).map(({ address }) => address)).toEqual(['203.0.113.9'])
})

it('lets connections to this machine be', () => {
  expect(outsideContacts(tcp('127.0.0.1'))).toEqual([])
})

it('counts a datagram socket aimed outside only when something is sent on it', () => {
  expect(outsideContacts([udpSocket, udpConnect].join('\n'))).toEqual([])
  const sent = '100 sendto(7, "x", 1, 0, NULL, 0) = 1'
  expect(outsideContacts([udpSocket, udpConnect, sent].join('\n'))).toHaveLength(1)
})

it('names a datagram sent to another machine without connecting', () => {
  const sent =
    '100 sendto(7, "x", 1, 0, {sa_family=AF_INET, sin_port=htons(53), sin_addr=inet_addr("198.51.100.2")}, 16) = 1'
  expect(outsideContacts([udpSocket, sent].join('\n'))).toHaveLength(1)
})
