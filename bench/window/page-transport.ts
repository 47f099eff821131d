import { WebSocket } from 'ws'
import { z } from 'zod'
import { until } from '../../test/support/until.ts'

const targetsSchema = z.array(
  z.object({ type: z.string(), url: z.string(), webSocketDebuggerUrl: z.string() }),
)
const answerSchema = z.object({
  id: z.number().optional(),
  result: z.record(z.string(), z.unknown()).default({}),
  error: z.object({ message: z.string() }).optional(),
})
const evaluatedSchema = z.object({ result: z.object({ value: z.unknown().optional() }) })
const metricsSchema = z.object({
  metrics: z.array(z.object({ name: z.string(), value: z.number() })),
})

/**
 * Our page in a browser that answers debuggers. By hand: what Playwright connects to, it keeps visible and focused, and
 * whether the window is hidden is the question here.
 */
export interface PageTransport {
  /** What a script comes to. */
  ask(script: string): Promise<unknown>
  /** What the page's own thread has worked so far, s: scripts, layout, painting; not its workers, which track. */
  workedS(): Promise<number>
  close(): void
}

export async function openPageTransport(port: number): Promise<PageTransport> {
  const url = await until('the page', () => pageUrl(port), 60_000)
  const socket = new WebSocket(url)
  await new Promise<void>((resolve, reject) => {
    socket.once('open', () => resolve())
    socket.once('error', reject)
  })
  let count = 0
  const call = (method: string, params: object = {}): Promise<Record<string, unknown>> =>
    new Promise((resolve, reject) => {
      const id = (count += 1)
      const onMessage = (data: Buffer): void => {
        const answer = answerSchema.parse(JSON.parse(data.toString()))
        if (answer.id !== id) return
        socket.off('message', onMessage)
        if (answer.error) reject(new Error(answer.error.message))
        else resolve(answer.result)
      }
      socket.on('message', onMessage)
      socket.send(JSON.stringify({ id, method, params }))
    })
  await call('Performance.enable')
  return {
    ask: async (expression) => {
      const params = { expression, returnByValue: true, awaitPromise: true }
      return evaluatedSchema.parse(await call('Runtime.evaluate', params)).result.value
    },
    workedS: async () => {
      const { metrics } = metricsSchema.parse(await call('Performance.getMetrics'))
      return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN
    },
    close: () => {
      socket.close()
    },
  }
}

/** The browser comes to it by way of a file. */
const isOurPage = ({ type, url }: { readonly type: string; readonly url: string }): boolean =>
  type === 'page' && url.startsWith('http:') && !url.includes('/open/')

async function pageUrl(port: number): Promise<string | undefined> {
  try {
    const response = await fetch(`http://127.0.0.1:${port}/json`)
    const targets = targetsSchema.parse(await response.json())
    return targets.find(isOurPage)?.webSocketDebuggerUrl
  } catch {
    return undefined
  }
}
