import WebSocket from 'ws'
import { refusedIf, type AttackKind, type Attempt } from '../attempt.ts'
import { ask } from '../means/ask.ts'
import { joinSocketIo } from '../means/socket-io.ts'
import type { ServiceVictim } from '../victims/service-victim.ts'

/** Texts on which a careless expression thinks for long; `!` at the end is in none of them right. */
const TEXTS: Readonly<Record<string, (length: number) => string>> = {
  blanks: (length) => `${' '.repeat(length)}!`,
  'line ends': (length) => `${'\n'.repeat(length)}!`,
  'letters and blanks by turns': (length) => `${'A '.repeat(length / 2)}!`,
  'blanks behind a picture’s name': (length) => `data:image/jpeg;base64,${' '.repeat(length)}!`,
  'many names of pictures': (length) => `${'data:image/'.repeat(length / 11)}!`,
  'ends of base64': (length) => `AA${'='.repeat(length)}!`,
  letters: (length) => `${'A'.repeat(length)}!`,
}

type Send = (victim: ServiceVictim, text: string) => Promise<unknown>
const WAYS: Readonly<Record<string, Send>> = {
  'by WebSocket': sendLetters,
  'by HTTP': sendPicture,
  'by Socket.IO': sendFrame,
}

/** Long enough for a square to show, short enough for the square to end. */
const LENGTH = 60_000
/** What a message may have. */
const LONGEST = 7_000_000
const PATIENCE_MS = 1500
const LIMIT_MS = 8000

export const LONG_MESSAGES: AttackKind<ServiceVictim> = {
  kind: 'service: messages to think about',
  attempts: () => [
    ...Object.keys(TEXTS).flatMap((text) => Object.keys(WAYS).map((way) => of(text, way, LENGTH))),
    of('letters', 'by WebSocket', LONGEST),
    of('blanks', 'by HTTP', LONGEST),
    of('blanks', 'by WebSocket', LONGEST),
  ],
}

const of = (text: string, way: string, length: number): Attempt<ServiceVictim> => ({
  what: `${length.toLocaleString('en')} ${text} ${way}`,
  limitMs: 60_000,
  strike: async (victim) => {
    const sent = WAYS[way]?.(victim, TEXTS[text]?.(length) ?? '').catch(() => undefined)
    // It is on its way before anybody asks.
    await new Promise((resolve) => setTimeout(resolve, 100))
    const { host = '' } = victim.headers()
    const health = { port: victim.port(), path: '/health', headers: { host }, limitMs: LIMIT_MS }
    const { status, tookMs } = await ask(health)
    if (status === -1) await haveBack(victim)
    await sent
    return refusedIf(tookMs < PATIENCE_MS, `others waited ${Math.round(tookMs)} ms`)
  },
})

/** Nobody waits for hours. */
async function haveBack(victim: ServiceVictim): Promise<void> {
  await victim.kill()
  await victim.start()
}

async function sendLetters(victim: ServiceVictim, text: string): Promise<void> {
  const socket = new WebSocket(`ws://127.0.0.1:${victim.port()}`, { headers: victim.headers() })
  await new Promise((resolve, reject) => {
    socket.once('error', reject)
    socket.once('open', () => {
      socket.send(JSON.stringify({ jpeg_blob: text, new_letter: null }))
    })
    socket.once('message', resolve)
    socket.once('close', resolve)
  })
  socket.terminate()
}

async function sendPicture(victim: ServiceVictim, text: string): Promise<void> {
  const headers = { ...victim.headers(), 'content-type': 'application/json' }
  const body = JSON.stringify({ image: text })
  await ask({
    port: victim.port(),
    path: '/pose/hybrid',
    method: 'POST',
    headers,
    body,
    limitMs: LIMIT_MS,
  })
}

async function sendFrame(victim: ServiceVictim, text: string): Promise<void> {
  const client = await joinSocketIo(victim)
  client.send(`42["frame",${JSON.stringify({ image: text, sequence: 1 })}]`)
  await client.hears('pose_error', LIMIT_MS)
  client.close()
}
