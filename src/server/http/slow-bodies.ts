import type { IncomingMessage, ServerResponse } from 'node:http'
import type { FastifyInstance } from 'fastify'

export interface BodyPace {
  /** How often it is looked how much has come since the last time. */
  readonly everyMs: number
  /** Less than this, and the sender is cut off. */
  readonly leastBytes: number
  /** A body that is no form has to be there by then; forms hold videos, and take what they take. */
  readonly wholeMs: number
}

/** 4 KB a second: a hundredth of a poor line. Whoever sends less holds a connection, and sends nothing. */
export const BODY_PACE: BodyPace = { everyMs: 15_000, leastBytes: 60_000, wholeMs: 60_000 }

const TOO_SLOW = JSON.stringify({ error: 'the rest of the request did not come in time' })
const ANSWER = `HTTP/1.1 408 Request Timeout\r\ncontent-type: application/json; charset=utf-8\r\ncontent-length: ${TOO_SLOW.length}\r\nconnection: close\r\n\r\n${TOO_SLOW}`

/** Cuts off whoever sends the body of a request so slowly that it could never be meant to arrive. */
export function cutOffSlowBodies(app: FastifyInstance, pace: BodyPace = BODY_PACE): void {
  app.addHook('onRequest', (request, reply, done) => {
    watchBody(request.raw, reply.raw, pace)
    done()
  })
}

/** The same for one request; does nothing for one without a body. */
export function watchBody(
  request: IncomingMessage,
  answer: ServerResponse,
  { everyMs, leastBytes, wholeMs }: BodyPace = BODY_PACE,
): void {
  const { 'content-length': length, 'transfer-encoding': encoding } = request.headers
  if (length === undefined && encoding === undefined) return
  const { socket } = request
  const isForm = request.headers['content-type']?.startsWith('multipart/') === true
  let seenBytes = socket.bytesRead
  let watchedMs = 0
  const timer = setInterval(() => {
    watchedMs += everyMs
    const isSlow = socket.bytesRead - seenBytes < leastBytes
    seenBytes = socket.bytesRead
    if (request.complete) clearInterval(timer)
    else if (isSlow || (!isForm && watchedMs >= wholeMs)) cutOff(request, answer)
  }, everyMs)
  for (const end of ['close', 'end'] as const) request.once(end, () => clearInterval(timer))
}

function cutOff({ socket }: IncomingMessage, answer: ServerResponse): void {
  // Of an answer that was begun before the body had come, nothing more is to be had.
  if (socket.writable && !answer.headersSent) socket.write(ANSWER)
  socket.destroySoon()
}
