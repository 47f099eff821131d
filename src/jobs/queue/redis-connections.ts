import { Redis } from 'ioredis'
import { QueueUnavailable } from './job-queue.ts'
import { hearErrors } from '../../node/hear-errors.ts'

export interface RedisConnections {
  /** For questions: refuses while Redis cannot be reached, so that nothing is done later that was given up. */
  readonly asking: Redis
  /** For who takes jobs: waits as long as it takes. */
  readonly working: Redis
  /** For who hears of news. */
  readonly listening: Redis
  isDown(): boolean
  /** Runs a question. Rejects with QueueUnavailable, soon, when Redis does not answer. */
  ask<Value>(question: () => Promise<Value>): Promise<Value>
  close(): void
}

/** Beyond that a client is better told to come again. */
const ANSWER_MS = 3000
const NO_REDIS = 'the queue cannot be reached; try again later'

/** Connects, and again whenever a connection is lost; `onTrouble` hears of each loss once. */
export function connectRedis(url: string, onTrouble: (error: unknown) => void): RedisConnections {
  let isKnown = false
  const hear = (error: unknown): void => {
    if (!isKnown) onTrouble(error)
    isKnown = true
  }
  const asking = hearErrors(
    new Redis(url, { maxRetriesPerRequest: 1, enableOfflineQueue: false }),
    hear,
  )
  const working = hearErrors(new Redis(url, { maxRetriesPerRequest: null }), hear)
  const all = [asking, working, hearErrors(working.duplicate(), hear)] as const
  const firstTry = new Promise<void>((resolve) => {
    asking.once('ready', resolve).once('close', resolve)
  })
  asking.on('ready', () => {
    isKnown = false
  })
  const isDown = (): boolean => asking.status !== 'ready'
  return {
    asking,
    working,
    listening: all[2],
    isDown,
    ask: async (question) => {
      try {
        await withTimeout(firstTry)
        if (isDown()) throw new TooLate()
        return await withTimeout(question())
      } catch (error) {
        if (error instanceof TooLate || isDown()) {
          throw new QueueUnavailable(NO_REDIS, { cause: error })
        }
        throw error
      }
    },
    close: () => {
      for (const redis of all) redis.disconnect()
    },
  }
}

class TooLate extends Error {}

async function withTimeout<Value>(answer: Promise<Value>): Promise<Value> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      reject(new TooLate(`no answer in ${ANSWER_MS} ms`))
    }, ANSWER_MS)
  })
  try {
    return await Promise.race([answer, late])
  } finally {
    clearTimeout(timer)
  }
}
