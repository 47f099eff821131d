import { expect, it } from 'vitest'
import { outsideContacts } from './outside-traffic.ts'

const addresses = (line: string): string[] => outsideContacts(line).map(({ address }) => address)

it('names a connection to another machine', () => {
  const line =
    '100 connect(5<TCP:[81]>, {sa_family=AF_INET, sin_port=htons(443), sin_addr=inet_addr("203.0.113.9")}, 16) = -1'
  expect(addresses(line)).toEqual(['203.0.113.9'])
})

it('lets connections to this machine, and to sockets that are files, be', () => {
  const loopback =
    '100 connect(5<TCP:[81]>, {sa_family=AF_INET, sin_port=htons(80), sin_addr=inet_addr("127.0.0.1")}, 16) = 0'
  const file = '100 connect(6<UNIX-STREAM:[82]>, {sa_family=AF_UNIX, sun_path="/tmp/x"}, 110) = 0'
  const sent = '100 sendto(5<TCP:[127.0.0.1:5000->127.0.0.1:80]>, "GET", 3, 0, NULL, 0) = 3'
  expect([loopback, file, sent].flatMap(addresses)).toEqual([])
})

it('counts a UDP socket aimed outside only when something is sent on it', () => {
  const aimed =
    '100 connect(7<UDPv6:[83]>, {sa_family=AF_INET6, sin6_port=htons(443), inet_pton(AF_INET6, "2001:db8::8", &sin6_addr)}, 28) = 0'
  expect(addresses(aimed)).toEqual([])
  const sent =
    '100 sendto(7<UDPv6:[[2001:db8::1]:5000->[2001:db8::8]:443]>, "x", 1, 0, NULL, 0) = 1'
  expect(addresses(sent)).toEqual(['2001:db8::8'])
})

it('names a datagram sent to another machine without connecting', () => {
  const line =
    '100 sendto(7<UDP:[84]>, "x", 1, 0, {sa_family=AF_INET, sin_port=htons(53), sin_addr=inet_addr("198.51.100.2")}, 16) = 1'
  expect(addresses(line)).toEqual(['198.51.100.2'])
})
