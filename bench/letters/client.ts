import { WebSocket } from 'ws'

/** A client that wants every frame answered. */
export interface BenchClient {
  /** One picture, and how long its answer took. */
  ask(jpeg: Buffer): Promise<number>
  /** So many pictures a second; resolves with how many were answered. */
  stream(pictures: readonly Buffer[], fps: number, forMs: number): Promise<number>
  close(): void
}

export async function openClient(url: string): Promise<BenchClient> {
  const socket = new WebSocket(url)
  await new Promise<void>((resolve, reject) => {
    socket.once('open', () => resolve())
    socket.once('error', reject)
  })
  let onAnswer: () => void = () => undefined
  socket.on('message', () => {
    onAnswer()
  })
  const send = (jpeg: Buffer): void => {
    const said = { jpeg_blob: jpeg.toString('base64'), new_letter: null, answer: 'full' }
    socket.send(JSON.stringify(said))
  }
  return {
    ask: async (jpeg) => {
      const beganMs = performance.now()
      const answered = new Promise<void>((resolve) => {
        onAnswer = resolve
      })
      send(jpeg)
      await answered
      return performance.now() - beganMs
    },
    stream: async (pictures, fps, forMs) => {
      let answered = 0
      onAnswer = () => {
        answered += 1
      }
      let next = 0
      const timer = setInterval(() => {
        const picture = pictures[next++ % pictures.length]
        if (picture !== undefined) send(picture)
      }, 1000 / fps)
      await new Promise((resolve) => setTimeout(resolve, forMs))
      clearInterval(timer)
      return answered
    },
    close: () => {
      socket.close()
    },
  }
}
