import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { Readable } from 'node:stream'
import multipart from '@fastify/multipart'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { z } from 'zod'
import { isOver, type Job, type NewJob } from '../../jobs/queue/job.ts'
import type { JobFiles } from '../../jobs/queue/job-files.ts'
import type { JobQueue } from '../../jobs/queue/job-queue.ts'
import { readAs } from '../../jobs/export/read-landmarks.ts'
import { WRITERS, type ExportFormat } from '../../jobs/export/writers.ts'
import { sendAnnotatedVideo } from './send-annotated-video.ts'
import { FORM_LIMITS } from './form-limits.ts'
import { acceptNamedVideo, acceptUpload } from './receive-video.ts'
import { statusAnswer } from './video-answers.ts'
import { createFitness, type Unfit } from './video-fitness.ts'

export interface VideoRoutesOptions {
  readonly queue: JobQueue
  readonly files: JobFiles
  readonly videoFolder: string | undefined
  readonly maxUploadBytes: number
}

interface IdParams {
  readonly Params: { readonly id: string }
}
interface ResultParams extends IdParams {
  readonly Querystring: { readonly format?: string }
}

/** Videos as jobs: hand one in, ask how far it is, fetch what was found, call it off. */
export async function addVideoRoutes(
  app: FastifyInstance,
  options: VideoRoutesOptions,
): Promise<void> {
  const { queue, files } = options
  await app.register(multipart, {
    limits: { ...FORM_LIMITS, fileSize: options.maxUploadBytes },
  })
  const whyUnfit = createFitness()
  app.post('/pose/video', async (request, reply) => {
    if (await queue.isFull()) return reply.code(FULL.status).send({ error: FULL.why })
    const id = randomUUID()
    const taken = request.isMultipart()
      ? await acceptUpload(request, id, files)
      : await acceptNamedVideo(request.body, id, options.videoFolder)
    if (taken.kind === 'refused') return reply.code(taken.status).send({ error: taken.why })
    const { job } = taken
    const added = await queueOrDiscard(job, { queue, files, whyUnfit })
    if (added.kind === 'refused') return reply.code(added.status).send({ error: added.why })
    request.log.info({ job: id, path: job.videoPath, options: job.options }, 'job queued')
    const position = await queue.positionOf(id)
    return reply.code(202).send({ job_id: id, status: added.job.status, position: position ?? 0 })
  })
  app.get<IdParams>('/pose/video/status/:id', async ({ params }, reply) => {
    const job = await findJob(queue, params.id)
    return job === undefined ? answerUnknownJob(reply) : answerOf(queue, job)
  })
  app.get<ResultParams>('/pose/video/result/:id', async ({ params, query, headers }, reply) => {
    const job = await findJob(queue, params.id)
    if (job === undefined) return answerUnknownJob(reply)
    return sendResult(reply, job, { format: query.format, range: headers.range, files })
  })
  app.delete<IdParams>('/pose/video/:id', async ({ params }, reply) => {
    const job = await findJob(queue, params.id)
    if (job === undefined) return answerUnknownJob(reply)
    if (isOver(job)) {
      await files.discard(job.id)
      await queue.remove(job.id)
      return reply.code(204).send()
    }
    const stopped = (await queue.cancel(job.id)) ?? job
    await files.discardUpload(job)
    return answerOf(queue, stopped)
  })
}

interface QueueParts extends Pick<VideoRoutesOptions, 'queue' | 'files'> {
  readonly whyUnfit: ReturnType<typeof createFitness>
}

type QueuedVideo =
  | { readonly kind: 'queued'; readonly job: Job }
  | { readonly kind: 'refused'; readonly status: number; readonly why: string }

/** The upload of a video that is not queued would stay behind for ever: it goes, whatever the reason. */
async function queueOrDiscard(
  job: NewJob,
  { queue, files, whyUnfit }: QueueParts,
): Promise<QueuedVideo> {
  let unfit: Unfit
  let added: Job | undefined
  try {
    unfit = await whyUnfit(job.videoPath)
    added = unfit === undefined ? await queue.add(job) : undefined
  } finally {
    if (added === undefined) await files.discardUpload(job)
  }
  if (added === undefined) return { kind: 'refused', ...(unfit ?? FULL) }
  return { kind: 'queued', job: added }
}

/** Ids are ours: nothing else is asked for, because a queue's store has names of its own. */
const findJob = async (queue: JobQueue, id: string): Promise<Job | undefined> =>
  z.uuid().safeParse(id).success ? queue.find(id) : undefined

const FULL = { status: 429, why: 'the queue is full; try again later' } as const

const answerOf = async (queue: JobQueue, job: Job): Promise<object> =>
  statusAnswer(job, await queue.positionOf(job.id), Date.now())

const answerUnknownJob = (reply: FastifyReply): FastifyReply =>
  reply.code(404).send({ error: 'there is no such job' })

interface AskedResult {
  readonly format: string | undefined
  readonly range: string | undefined
  readonly files: JobFiles
}

function sendResult(reply: FastifyReply, job: Job, asked: AskedResult) {
  const { format = 'json', range, files } = asked
  if (job.status !== 'completed') {
    return reply.code(409).send({ error: `the job is ${job.status}`, status: job.status })
  }
  if (format === 'mp4') return sendAnnotatedVideo(reply, files.annotatedPath(job.id), range)
  if (!isFormat(format)) {
    const formats = [...Object.keys(WRITERS), 'mp4'].join(', ')
    return reply.code(400).send({ error: `format is one of ${formats}` })
  }
  const path = files.landmarksPath(job.id)
  if (!existsSync(path)) return reply.code(410).send({ error: 'the result is gone' })
  const { mimeType, extension } = WRITERS[format]
  return reply
    .type(mimeType)
    .header('content-disposition', `inline; filename="${job.id}.${extension}"`)
    .send(Readable.from(readAs(path, format)))
}

const isFormat = (name: string): name is ExportFormat => Object.hasOwn(WRITERS, name)
