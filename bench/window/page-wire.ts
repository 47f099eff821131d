import { WebSocket } from 'ws'
import { z } from 'zod'
import { until } from '../../test/support/until.ts'

const targetsSchema = z.array(z.object({ type: z.string(), webSocketDebuggerUrl: z.string() }))
const answerSchema = z.object({
  id: z.number().optional(),
  result: z.record(z.string(), z.unknown()).default({}),
  error: z.object({ message: z.string() }).optional(),
})
const evaluatedSchema = z.object({ result: z.object({ value: z.unknown().optional() }) })

/**
 * Our page in a browser that answers debuggers. By hand: what Playwright connects to, it keeps visible and focused, and
 * whether the window is hidden is the question here.
 */
export interface PageWire {
  /** What a script comes to. */
  ask(script: string): Promise<unknown>
  close(): void
}

export async function openPageWire(port: number): Promise<PageWire> {
  const url = await until('the page', () => pageUrl(port), 60_000)
  const socket = new WebSocket(url)
  await new Promise<void>((resolve, reject) => {
    socket.once('open', () => resolve())
    socket.once('error', reject)
  })
  let count = 0
  const ask = (script: string): Promise<unknown> =>
    new Promise((resolve, reject) => {
      const id = (count += 1)
      const onMessage = (data: Buffer): void => {
        const answer = answerSchema.parse(JSON.parse(data.toString()))
        if (answer.id !== id) return
        socket.off('message', onMessage)
        if (answer.error) reject(new Error(answer.error.message))
        else resolve(evaluatedSchema.parse(answer.result).result.value)
      }
      socket.on('message', onMessage)
      const params = { expression: script, returnByValue: true, awaitPromise: true }
      socket.send(JSON.stringify({ id, method: 'Runtime.evaluate', params }))
    })
  return {
    ask,
    close: () => {
      socket.close()
    },
  }
}

async function pageUrl(port: number): Promise<string | undefined> {
  try {
    const response = await fetch(`http://127.0.0.1:${port}/json`)
    const targets = targetsSchema.parse(await response.json())
    return targets.find(({ type }) => type === 'page')?.webSocketDebuggerUrl
  } catch {
    return undefined
  }
}
