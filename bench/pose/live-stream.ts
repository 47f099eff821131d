import { io } from 'socket.io-client'
import type { Clip } from './clip.ts'

const FPS = 30

export interface LiveRun {
  readonly resultsPerSecond: number
  /** From a frame's capture (its being sent) to its result. */
  readonly latencyMs: readonly number[]
  /** Of the results, those with a body, and hands in each of them. */
  readonly withBody: number
  readonly handsPerResult: number
}

interface Said {
  readonly sequence: number
  readonly body: object | null
  readonly hands: readonly object[]
}

/** A 30 fps camera's JPEGs sent to the service's Socket.IO, fire and forget, pose and hands asked for. */
export async function liveStream(url: string, { jpegs }: Clip, seconds: number): Promise<LiveRun> {
  const socket = io(url.replace(/^ws/, 'http'), {
    transports: ['websocket'],
    auth: { hands: true },
  })
  await new Promise((resolve) => socket.once('ready', resolve))
  const sentMs = new Map<number, number>()
  const latencyMs: number[] = []
  const said: Said[] = []
  socket.on('pose_result', (result: Said) => {
    latencyMs.push(performance.now() - (sentMs.get(result.sequence) ?? Number.NaN))
    said.push(result)
  })
  const startMs = performance.now()
  for (let sequence = 0; sequence < seconds * FPS; sequence++) {
    const waitMs = startMs + (sequence * 1000) / FPS - performance.now()
    if (waitMs > 0) await new Promise((resolve) => setTimeout(resolve, waitMs))
    const now = performance.now()
    sentMs.set(sequence, now)
    socket.emit('frame', { image: jpegs[sequence % jpegs.length], timestamp: now, sequence })
  }
  const tookS = (performance.now() - startMs) / 1000
  socket.disconnect()
  return {
    resultsPerSecond: said.length / tookS,
    latencyMs,
    withBody: said.filter(({ body }) => body !== null).length / said.length,
    handsPerResult: said.reduce((sum, { hands }) => sum + hands.length, 0) / said.length,
  }
}
