import WebSocket from 'ws'
import { refusedIf, type AttackKind, type Attempt, type Outcome } from '../attempt.ts'
import { ask } from '../means/ask.ts'
import { memoryMb } from '../means/processes.ts'
import { joinSocketIo, openEngineIo } from '../means/socket-io.ts'
import type { ServiceVictim } from '../victims/service-victim.ts'

/** Packets that no client of ours sends, to a client that has joined. What it must not do: end the service, or fill its memory. */
const PACKETS: Readonly<Record<string, readonly (string | Buffer)[]>> = {
  'an attachment that was not promised': [Buffer.alloc(1000)],
  'a million promised attachments': ['451000000-["frame",{"image":{"_placeholder":true,"num":0}}]'],
  'an attachment that is not there': [
    '451-["frame",{"image":{"_placeholder":true,"num":7}}]',
    Buffer.alloc(9),
  ],
  'a minus of attachments': ['45-1-["frame"]'],
  'a packet of no kind': ['4z', '9', ''],
  'no JSON': ['42[', '42{', '42"frame"', '42null', '42[7]'],
  'an event of Object’s': ['42["__proto__",{}]', '42["constructor",{}]', '42["toString"]'],
  'an event of the library’s': ['42["disconnect",{}]', '42["error",{}]', '42["connect",{}]'],
  'a room of another name': ['40/admin,', '40/../,', '42/admin,["frame",{}]'],
  'options that are none': ['40{"people":"many"}', '40{"__proto__":{"hands":true}}', '40[]'],
  'a frame that is none': [
    '42["frame"]',
    '42["frame",null]',
    '42["frame",{"image":{}}]',
    '42["frame",{"image":7}]',
  ],
  'a frame in nests': [`42["frame",${'['.repeat(20_000)}${']'.repeat(20_000)}]`],
  'answers to nothing': ['430[]', '43999999999999999999[]'],
  'two thousand frames at once': Array.from({ length: 2000 }, () => '42["frame",{"image":"AAAA"}]'),
  'more than a message may have': [Buffer.alloc(9 * 2 ** 20)],
}

/** The same for letters. */
const MESSAGES: Readonly<Record<string, readonly (string | Buffer)[]>> = {
  'bytes that are no picture': [Buffer.alloc(1000, 0x41), Buffer.alloc(0)],
  'a JPEG’s head and nothing more': [Buffer.from([0xff, 0xd8, 0xff])],
  'no JSON': ['{', 'null', '7', '"x"', ''],
  'JSON in nests': ['['.repeat(100_000)],
  'landmarks that are none': [
    `{"landmarks":[${'[1e999,0,0],'.repeat(41)}[0,0,0]]}`,
    '{"landmarks":[]}',
  ],
  'a prototype': ['{"__proto__":{"answer":"full"},"jpeg_blob":"AAAA","new_letter":null}'],
  'a letter of no alphabet': ['{"answer":"full","new_letter":"constructor"}'],
  'two thousand messages at once': Array.from({ length: 2000 }, () => '{"answer":"full"}'),
  'more than a message may have': [Buffer.alloc(9 * 2 ** 20)],
}

export const FLOODS: AttackKind<ServiceVictim> = {
  kind: 'service: packets and floods',
  attempts: () => [
    ...Object.entries(PACKETS).map(([what, packets]) => toPoses(what, packets)),
    ...Object.entries(MESSAGES).map(([what, messages]) => toLetters(what, messages)),
    endlessAttachments,
    neverJoining,
  ],
}

const MOST_MB = 150

/** Refused: others are answered as ever, and nothing was kept. */
async function isUnharmed(victim: ServiceVictim, beforeMb: number): Promise<Outcome> {
  const { host = '' } = victim.headers()
  const { status, tookMs } = await ask({ port: victim.port(), path: '/health', headers: { host } })
  const grownMb = memoryMb(victim.pid(), 'VmRSS') - beforeMb
  const how = `health ${status} after ${Math.round(tookMs)} ms, ${grownMb} MB more`
  return refusedIf(status > 0 && tookMs < 1500 && grownMb < MOST_MB, how)
}

const toPoses = (what: string, packets: readonly (string | Buffer)[]): Attempt<ServiceVictim> => ({
  what: `Socket.IO: ${what}`,
  strike: async (victim) => {
    const before = memoryMb(victim.pid(), 'VmRSS')
    const client = await joinSocketIo(victim)
    for (const packet of packets) client.send(packet)
    await new Promise((resolve) => setTimeout(resolve, 150))
    client.close()
    return isUnharmed(victim, before)
  },
})

const toLetters = (
  what: string,
  messages: readonly (string | Buffer)[],
): Attempt<ServiceVictim> => ({
  what: `letters: ${what}`,
  strike: async (victim) => {
    const before = memoryMb(victim.pid(), 'VmRSS')
    const socket = new WebSocket(`ws://127.0.0.1:${victim.port()}`, { headers: victim.headers() })
    await new Promise((resolve) => socket.once('open', resolve))
    socket.on('error', () => undefined)
    for (const message of messages) socket.send(message)
    await new Promise((resolve) => setTimeout(resolve, 150))
    socket.terminate()
    return isUnharmed(victim, before)
  },
})

const endlessAttachments: Attempt<ServiceVictim> = {
  what: 'Socket.IO: a thousand attachments of 4 MB',
  strike: async (victim) => {
    const before = memoryMb(victim.pid(), 'VmRSS')
    const client = await joinSocketIo(victim)
    client.send('451000-["frame",{"image":{"_placeholder":true,"num":0}}]')
    for (let sent = 0; sent < 40 && client.isOpen(); sent += 1) {
      client.send(Buffer.alloc(4_000_000))
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
    const isOpen = client.isOpen()
    client.close()
    const outcome = await isUnharmed(victim, before)
    return isOpen ? { ...outcome, kind: 'got-through' } : outcome
  },
}

const SESSIONS = 600

const neverJoining: Attempt<ServiceVictim> = {
  what: `Socket.IO: ${SESSIONS} sessions that never join, and then a client`,
  limitMs: 40_000,
  strike: async (victim) => {
    const asked = { port: victim.port(), path: '/socket.io/?EIO=4&transport=polling' }
    for (let opened = 0; opened < SESSIONS; opened += 100) {
      const lot = Array.from({ length: 100 }, () => ask({ ...asked, headers: victim.headers() }))
      await Promise.all(lot)
    }
    const client = await openEngineIo(victim).catch(() => undefined)
    client?.send('40')
    await client?.hears('"sid"', 5000).catch(() => undefined)
    await client?.hears('4', 5000).catch(() => undefined)
    await new Promise((resolve) => setTimeout(resolve, 300))
    const isIn = client?.heard().some((one) => one.startsWith('40')) ?? false
    client?.close()
    return refusedIf(isIn, isIn ? 'the client was let in' : 'the client was sent away')
  },
}
