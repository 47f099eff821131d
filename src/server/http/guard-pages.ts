import type { FastifyInstance } from 'fastify'
import { accessOf } from './access.ts'
import type { ServerConfig } from './config.ts'
import { addCrossOrigin } from './cross-origin.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Holds nothing of anybody's: asked for by pages that cannot show the token. */
    readonly isForAnyone?: boolean
  }
}

/** Looks at the Host and Origin, then at what a browser asks before a page may, which shows no token, and then at the token. */
export function guardPages(app: FastifyInstance, config: ServerConfig): void {
  app.addHook('onRequest', async (request, reply) => {
    // What strangers go on sending is not read, and nobody takes our bytes for a script of theirs.
    reply.header('x-content-type-options', 'nosniff')
    const access = accessOf(request.raw, config)
    if (access.kind === 'allowed' || access.status === 401) return
    await reply.code(access.status).header('connection', 'close').send({ error: access.why })
  })
  addCrossOrigin(app, config)
  app.addHook('onRequest', async (request, reply) => {
    const access = accessOf(request.raw, config)
    if (access.kind === 'allowed' || request.routeOptions.config.isForAnyone === true) return
    await reply.code(access.status).header('connection', 'close').send({ error: access.why })
  })
}
