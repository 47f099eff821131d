import { setTimeout as wait } from 'node:timers/promises'
import type { FastifyInstance, FastifyReply } from 'fastify'
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

/** What strangers go on sending is not read. */
async function refuse(reply: FastifyReply, { status, why, afterMs }: Refusal): Promise<void> {
  if (afterMs > 0) await wait(afterMs)
  if (status === 429) reply.header('retry-after', '60')
  await reply.code(status).header('connection', 'close').send({ error: why })
}
