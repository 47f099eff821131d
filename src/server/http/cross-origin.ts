import type { FastifyInstance } from 'fastify'
import { isKnownOrigin } from './access.ts'
import type { ServerConfig } from './config.ts'

const PREFLIGHT_MAX_AGE_S = '600'

/** Lets pages of the allowed origins read answers, and answers what their browsers ask first, which shows no token. */
export function addCrossOrigin(app: FastifyInstance, config: ServerConfig): void {
  app.addHook('onRequest', async (request, reply) => {
    const { origin } = request.headers
    if (origin === undefined || !isKnownOrigin(origin, config)) return
    reply.header('access-control-allow-origin', origin).header('vary', 'origin')
    reply.header('access-control-expose-headers', 'content-range, retry-after')
    if (request.method !== 'OPTIONS') return
    await reply
      .code(204)
      .header('access-control-allow-methods', 'GET, HEAD, POST, DELETE')
      .header('access-control-allow-headers', 'authorization, content-type, range')
      .header('access-control-max-age', PREFLIGHT_MAX_AGE_S)
      .send()
  })
}
