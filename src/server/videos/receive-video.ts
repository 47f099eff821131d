import { createWriteStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { NewJob } from '../../jobs/queue/job.ts'
import type { JobFiles } from '../../jobs/queue/job-files.ts'
import { allowedVideo, beginsLikeVideo } from './allowed-video.ts'
import { LONG_FIELD, isLongField, wordsOfLimit } from './form-limits.ts'
import { askedOptionsSchema } from './requested-options.ts'

export type ReceivedVideo =
  | { readonly kind: 'taken'; readonly job: NewJob }
  | { readonly kind: 'refused'; readonly status: number; readonly why: string }

const refusedVideo = (status: number, why: string): ReceivedVideo => ({
  kind: 'refused',
  status,
  why,
})

/** Options may stand beside the path or in an object of their own. */
const namedSchema = z.looseObject({
  video_path: z.string().max(4096),
  options: z.record(z.string(), z.unknown()).default({}),
})

/** A video by its path, under the allowed folder. */
export async function acceptNamedVideo(
  body: unknown,
  id: string,
  folder: string | undefined,
): Promise<ReceivedVideo> {
  const named = namedSchema.safeParse(body)
  if (!named.success) return refusedVideo(400, formFault(named.error))
  const { video_path, options: inOptions, ...beside } = named.data
  const options = askedOptionsSchema.safeParse({ ...beside, ...inOptions })
  if (!options.success) return refusedVideo(400, formFault(options.error))
  const video = await allowedVideo(video_path, folder)
  if (video.kind === 'refused') return video
  const job = { id, videoPath: video.path, isUpload: false, options: options.data }
  return { kind: 'taken', job }
}

/** A video that comes with the request, written as it arrives; what is refused is removed again. */
export async function acceptUpload(
  request: FastifyRequest,
  id: string,
  files: JobFiles,
): Promise<ReceivedVideo> {
  const path = files.uploadPath(id)
  const taken = await readForm(request, path)
    .then((form) => checkForm(form, id, path))
    .catch(async (error: unknown) => {
      await rm(path, { force: true })
      const tooMuch = wordsOfLimit(error)
      if (tooMuch !== undefined) return refusedVideo(413, tooMuch)
      if (isOfTheForm(error)) return refusedVideo(400, `the form cannot be read: ${error.message}`)
      throw error
    })
  if (taken.kind === 'refused') await rm(path, { force: true })
  return taken
}

interface Form {
  /** Only the first is kept. */
  readonly files: number
  readonly isWhole: boolean
  readonly hasLongField: boolean
  readonly fields: Readonly<Record<string, unknown>>
}

/** To its end, whatever is wrong with it: options may come after the file. */
async function readForm(request: FastifyRequest, path: string): Promise<Form> {
  const fields: Record<string, unknown> = {}
  let [files, isWhole, hasLongField] = [0, true, false]
  for await (const part of request.parts()) {
    if (part.type === 'field') {
      hasLongField ||= isLongField(part)
      fields[part.fieldname] = part.value
      continue
    }
    files += 1
    if (files > 1) part.file.resume()
    else {
      await pipeline(part.file, createWriteStream(path, { mode: 0o600 }))
      isWhole = !part.file.truncated
    }
  }
  return { files, isWhole, hasLongField, fields }
}

async function checkForm({ files, isWhole, hasLongField, fields }: Form, id: string, path: string) {
  if (hasLongField) return refusedVideo(413, LONG_FIELD)
  if (files !== 1)
    return refusedVideo(400, `the form holds ${files === 0 ? 'no' : 'more than one'} file`)
  if (!isWhole) return refusedVideo(413, 'the file is too large')
  if (!(await beginsLikeVideo(path))) return refusedVideo(415, 'that is not a video')
  const options = askedOptionsSchema.safeParse(fields)
  if (!options.success) return refusedVideo(400, formFault(options.error))
  const job = { id, videoPath: path, isUpload: true, options: options.data }
  return { kind: 'taken', job } as const
}

/** The parser's own errors carry neither a status nor a number of the system. */
const isOfTheForm = (error: unknown): error is Error =>
  error instanceof Error && !('statusCode' in error) && !('errno' in error)

function formFault(error: z.ZodError): string {
  const [issue] = error.issues
  return `${issue?.path.join('.') || 'the request'}: ${issue?.message ?? 'is wrong'}`
}
