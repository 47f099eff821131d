import { Readable } from 'node:stream'
import { setTimeout as wait } from 'node:timers/promises'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Doorkeeper, Refusal } from './access.ts'
import type { ServerConfig } from './config.ts'
import { addCrossOrigin } from './cross-origin.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Holds nothing of anybody's: asked for by pages that cannot show the token. */
    readonly isForAnyone?: boolean
  }
}

/** Looks at the Host and Origin, then at what a browser asks before a page may, which shows no token, and then at the token. */
export function guardPages(app: FastifyInstance, config: ServerConfig, admit: Doorkeeper): void {
  app.addHook('onRequest', async (request, reply) => {
    // Nobody takes our bytes for a script of theirs.
    reply.header('x-content-type-options', 'nosniff')
    const access = admit(request.raw)
    if (access.kind === 'refused' && access.status === 403) await refuse(reply, access)
  })
  addCrossOrigin(app, config)
  app.addHook('onRequest', async (request, reply) => {
    const access = admit(request.raw)
    if (access.kind === 'allowed' || request.routeOptions.config.isForAnyone === true) return
    await refuse(reply, access)
  })
}

/** Whoever is still sending hears the answer before the connection goes: what is closed on unread bytes is reset. */
const LINGER_MS = 300

/** What strangers go on sending is not read. */
async function refuse(reply: FastifyReply, { status, why, afterMs }: Refusal): Promise<void> {
  if (afterMs > 0) await wait(afterMs)
  if (status === 429) reply.header('retry-after', '60')
  const answer = JSON.stringify({ error: why })
  await reply
    .code(status)
    .headers({ connection: 'close', 'content-length': Buffer.byteLength(answer) })
    .type('application/json; charset=utf-8')
    .send(isSending(reply.request) ? Readable.from(lingering(answer)) : answer)
}

const isSending = ({ headers }: FastifyRequest): boolean =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0

async function* lingering(answer: string): AsyncGenerator<string> {
  yield answer
  await wait(LINGER_MS)
}
