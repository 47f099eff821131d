import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { io } from 'socket.io-client'
import WebSocket from 'ws'
import type { ServiceVictim } from '../attacks/victims/service-victim.ts'

/** How many came, and how many were not answered. */
export interface ServiceLoad {
  readonly letterClients: number
  readonly poseClients: number
  readonly pictures: number
  readonly jobs: number
  readonly failures: number
}

type Counts = { -readonly [Name in keyof ServiceLoad]: number }

const EVERY_MS = 500
const PICTURE = readFileSync(join(import.meta.dirname, '../../test/pictures/demo-hand.jpg'))
const HAND = Array.from({ length: 42 }, (_, point) => [0.3 + point / 100, 0.4, 0])
/** A job's turn comes every so many ticks: half a minute. */
const JOB_EVERY = 60
const JOB_MS = 12_000

/** Clients that come and go, half of them without a good-bye, and send nonsense now and then, until it is called off. */
export function loadService(service: ServiceVictim): () => Promise<ServiceLoad> {
  const counts: Counts = { letterClients: 0, poseClients: 0, pictures: 0, jobs: 0, failures: 0 }
  const url = `http://127.0.0.1:${service.port()}`
  const headers = service.credentials()
  const place: Place = { url, headers, video: join(service.videos, 'ok.mp4'), counts }
  const started: Promise<void>[] = []
  let isOver = false
  const run = async (): Promise<void> => {
    for (let tick = 0; !isOver; tick += 1) {
      for (const visit of dueAt(tick)) {
        started.push(
          visit(place, tick).catch(() => {
            counts.failures += 1
          }),
        )
      }
      await setTimeout(EVERY_MS)
    }
    await Promise.all(started)
  }
  const running = run()
  return async () => {
    isOver = true
    await running
    return counts
  }
}

interface Place {
  readonly url: string
  readonly headers: Record<string, string>
  readonly video: string
  readonly counts: Counts
}
type Visit = (place: Place, tick: number) => Promise<void>

const dueAt = (tick: number): readonly Visit[] => [
  letters,
  ...(tick % 2 === 1 ? [poses] : []),
  ...(tick % 3 === 0 ? [picture] : []),
  ...(tick % JOB_EVERY === 1 ? [job] : []),
]

async function letters({ url, headers, counts }: Place, tick: number): Promise<void> {
  const socket = new WebSocket(url.replace('http', 'ws'), { headers })
  await new Promise((resolve, reject) => {
    socket.once('open', resolve)
    socket.once('error', reject)
  })
  for (let sequence = 0; sequence < 5; sequence += 1) {
    socket.send(JSON.stringify({ landmarks: HAND, answer: 'full', sequence }))
    await setTimeout(30)
  }
  socket.send('nonsense')
  counts.letterClients += 1
  if (tick % 4 < 2) socket.terminate()
  else socket.close()
}

async function poses({ url, headers, counts }: Place, tick: number): Promise<void> {
  const transports = tick % 4 === 1 ? ['websocket'] : ['polling', 'websocket']
  const given = { transports, forceNew: true, reconnection: false, extraHeaders: headers }
  const client = io(url, given)
  await new Promise((resolve, reject) => {
    client.once('ready', resolve)
    client.once('connect_error', reject)
  })
  client.emit('frame', { image: PICTURE, sequence: 1 })
  client.emit('frame', { image: 'nonsense!', sequence: 2 })
  await setTimeout(150)
  client.disconnect()
  counts.poseClients += 1
}

async function picture({ url, headers, counts }: Place): Promise<void> {
  const type = { 'content-type': 'image/jpeg' }
  const sent = { method: 'POST', headers: { ...headers, ...type }, body: PICTURE }
  await answered(`${url}/pose/hybrid`, sent)
  await answered(`${url}/metrics`, { headers })
  await (await fetch(`${url}/nothing/here`, { headers })).text()
  counts.pictures += 1
}

async function job({ url, headers, video, counts }: Place): Promise<void> {
  const form = new FormData()
  form.set('model', 'lite')
  form.set('every_nth', '1000')
  form.set('video', new Blob([readFileSync(video)]), 'a.mp4')
  const text = await answered(`${url}/pose/video`, { method: 'POST', headers, body: form })
  const { job_id } = JSON.parse(text) as { readonly job_id: string }
  counts.jobs += 1
  await setTimeout(JOB_MS)
  await (await fetch(`${url}/pose/video/${job_id}`, { method: 'DELETE', headers })).text()
}

async function answered(url: string, asked: RequestInit): Promise<string> {
  const response = await fetch(url, asked)
  const text = await response.text()
  if (!response.ok) throw new Error(`${url}: ${response.status}`)
  return text
}
