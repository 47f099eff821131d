import { inBackground } from '../../contract/boundary/faults.ts'
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { QueueUnavailable } from '../../jobs/queue/job-queue.ts'

/** Whatever goes wrong is answered in one form, `{error: why}`, and tells nothing of this machine. */
export function addHttpAnswers(app: FastifyInstance): void {
  const methodsOf = collectRoutes(app)
  app.setErrorHandler(answerError)
  app.setNotFoundHandler((request, reply) => {
    const methods = methodsOf(request.url)
    if (methods.length === 0) return reply.code(404).send({ error: 'there is no such page' })
    const error = `${request.method} is not answered here`
    return reply.code(405).header('allow', methods.join(', ')).send({ error })
  })
  allowEmptyJson(app)
}

function answerError(error: FastifyError, request: FastifyRequest, reply: FastifyReply): unknown {
  if (error instanceof QueueUnavailable) {
    request.log.warn({ err: error }, 'the queue cannot be reached')
    return reply.code(503).header('retry-after', '5').send({ error: error.message })
  }
  if (error.code === 'ENOSPC') {
    request.log.error({ err: error }, 'the disk is full')
    return reply.code(507).send({ error: 'there is no room left on the disk' })
  }
  const status = error.statusCode ?? 500
  if (status < 500) return reply.code(status).send({ error: error.message })
  request.log.error({ err: error }, 'a request failed')
  return reply.code(500).send({ error: 'the service made a mistake; its log says more' })
}

/** The methods of an address, whatever it is asked with. */
function collectRoutes(app: FastifyInstance): (url: string) => readonly string[] {
  const known = new Map<string, { readonly shape: RegExp; readonly methods: Set<string> }>()
  app.addHook('onRoute', ({ url, method }) => {
    const shape = new RegExp(`^${url.replaceAll(/:\w+/g, '[^/]+')}$`)
    const route = known.get(url) ?? { shape, methods: new Set() }
    for (const name of [method].flat()) route.methods.add(name)
    known.set(url, route)
  })
  return (url) => {
    const [path = ''] = url.split('?')
    const found = [...known.values()].filter(({ shape }) => shape.test(path))
    return found.flatMap(({ methods }) => [...methods])
  }
}

/** Some clients name JSON as what they send and send nothing, as with DELETE. */
function allowEmptyJson(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser('error', 'error')
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    if (body === '') done(null, undefined)
    else inBackground('service', Promise.resolve(parse(request, String(body), done)))
  })
}
