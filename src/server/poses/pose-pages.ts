import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { ServerConfig } from '../http/config.ts'
import { checkAll, type HealthCheck } from '../http/health-report.ts'
import type { ReadPixels } from '../http/read-pixels.ts'
import { analysePicture } from './pose-analyst.ts'
import { optionsSchema, parseFrame, WRONG_OPTIONS } from './pose-messages.ts'
import { ANGLE_DEFINITIONS } from './pose-result.ts'
import type { PoseService } from './pose-service.ts'

export interface PosePageParts {
  readonly config: ServerConfig
  readonly readPixels: ReadPixels
  readonly service: PoseService
  /** How the other parts of the service are. */
  readonly healthChecks: readonly HealthCheck[]
  readonly nowMs: () => number
}

const DEMO = join(import.meta.dirname, '../demo')
/** Its own scripts, styles and sockets, in no frame, and its address, which may carry the token, is told to nobody. */
const DEMO_HEADERS = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; media-src 'self' blob: mediastream:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': 'camera=(self), microphone=(), geolocation=()',
} as const
const PICTURES = ['image/jpeg', 'image/jpg', 'image/png', 'image/webp', 'application/octet-stream']
/** Pictures in work and waiting: a queue that grows for longer than a client waits helps nobody. */
const MAX_QUEUE = 32

/** One picture by HTTP, how the models are, and a page that shows live poses in a browser. */
export function addPosePages(app: FastifyInstance, parts: PosePageParts): void {
  const { config, service, healthChecks } = parts
  app.addContentTypeParser(PICTURES, { parseAs: 'buffer' }, (_request, body, done) => {
    done(null, body)
  })
  let queue = 0
  app.post('/pose/hybrid', { bodyLimit: config.maxMessageBytes }, async (request, reply) => {
    if (queue >= MAX_QUEUE) {
      return reply.code(429).header('retry-after', '1').send({ error: 'the queue is full' })
    }
    queue += 1
    try {
      return await answerPicture(request, reply, parts)
    } finally {
      queue -= 1
    }
  })
  app.get('/api/pose/health', async (_request, reply) => {
    const { kind, ...more } = service.state
    const isUp = kind === 'healthy' || kind === 'degraded'
    const { trouble, said } = await checkAll(healthChecks)
    const isTroubled = kind === 'healthy' && trouble !== undefined
    const status = isTroubled ? { status: 'degraded', reason: trouble } : { status: kind, ...more }
    const pool = { workers: isUp ? 1 : 0, queued: queue, max_queued: MAX_QUEUE }
    return reply.code(isUp ? 200 : 503).send({ ...status, pool, ...said })
  })
  addDemo(app)
}

async function answerPicture(
  request: FastifyRequest,
  reply: FastifyReply,
  { readPixels, service, nowMs }: PosePageParts,
): Promise<unknown> {
  const options = optionsSchema.safeParse({ ...asRecord(request.query), ...jsonOptions(request) })
  if (!options.success) {
    return reply.code(400).send({ error: WRONG_OPTIONS })
  }
  const frame = parseFrame(request.body instanceof Buffer ? { image: request.body } : request.body)
  if (frame.kind === 'fault') return reply.code(400).send({ error: frame.error })
  const { picture } = frame.message
  if (picture.length === 0) return reply.code(400).send({ error: 'the picture is empty' })
  if (!isPicture(picture)) {
    return reply.code(415).send({ error: 'JPEG, PNG and WebP pictures are read' })
  }
  const engines = await service.engines().catch(() => undefined)
  if (engines === undefined) return reply.code(503).send({ error: 'the models cannot be opened' })
  try {
    const analysis = await analysePicture(engines, picture, { ...options.data, readPixels }, nowMs)
    service.note('done')
    const { result, timings } = analysis
    return await reply.send({ ...result, timings, angle_definitions: ANGLE_DEFINITIONS })
  } catch (error) {
    if (error instanceof RangeError) return reply.code(400).send({ error: error.message })
    service.note('failed')
    throw error
  }
}

/** JSON may carry the options beside the picture. */
function jsonOptions({ body }: FastifyRequest): Record<string, unknown> {
  if (body instanceof Buffer) return {}
  const { people, hands } = asRecord(body)
  return Object.fromEntries(
    Object.entries({ people, hands }).filter(([, value]) => value !== undefined),
  )
}

const asRecord = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}

/** By the first bytes: what a client calls it is not asked. */
function isPicture(bytes: Uint8Array): boolean {
  const text = Buffer.from(bytes.subarray(0, 12)).toString('latin1')
  return (
    text.startsWith('\xff\xd8\xff') ||
    text.startsWith('\x89PNG\r\n\x1a\n') ||
    (text.startsWith('RIFF') && text.slice(8) === 'WEBP')
  )
}

function addDemo(app: FastifyInstance): void {
  const serveDemoFile = (path: string, file: string, type: string): void => {
    app.get(path, { config: { isForAnyone: true } }, async (_request, reply) =>
      reply
        .headers(DEMO_HEADERS)
        .type(type)
        .send(await readFile(join(DEMO, file), 'utf8')),
    )
  }
  serveDemoFile('/demo', 'index.html', 'text/html; charset=utf-8')
  serveDemoFile('/demo/demo.js', 'demo.js', 'text/javascript')
  serveDemoFile('/demo/skeleton.js', 'skeleton.js', 'text/javascript')
  serveDemoFile('/demo/demo.css', 'demo.css', 'text/css')
}
