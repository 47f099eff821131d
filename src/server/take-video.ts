import { createWriteStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import type { MultipartFile } from '@fastify/multipart'
import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { jobOptionsSchema, type NewJob } from '../jobs/job.ts'
import type { JobFiles } from '../jobs/job-files.ts'
import { allowedVideo, beginsLikeVideo } from './allowed-video.ts'

export type TakenVideo =
  | { readonly kind: 'taken'; readonly job: NewJob }
  | { readonly kind: 'refused'; readonly status: number; readonly why: string }

const refused = (status: number, why: string): TakenVideo => ({ kind: 'refused', status, why })

const namedSchema = z.strictObject({
  video_path: z.string().max(4096),
  options: jobOptionsSchema.prefault({}),
})

/** A video by its path, under the allowed folder. */
export async function takeNamed(
  body: unknown,
  id: string,
  folder: string | undefined,
): Promise<TakenVideo> {
  const named = namedSchema.safeParse(body)
  if (!named.success) return refused(400, wrongIn(named.error))
  const video = await allowedVideo(named.data.video_path, folder)
  if (video.kind === 'refused') return video
  const { options } = named.data
  return { kind: 'taken', job: { id, videoPath: video.path, isUpload: false, options } }
}

/** A video that comes with the request, written as it arrives; what is refused is removed again. */
export async function takeUpload(
  request: FastifyRequest,
  id: string,
  files: JobFiles,
): Promise<TakenVideo> {
  const upload = await request.file()
  if (upload === undefined) return refused(400, 'the form holds no file')
  const path = files.uploadPath(id)
  const taken = await receive(upload, path).then(async (isWhole) => {
    if (!isWhole) return refused(413, 'the file is too large')
    if (!(await beginsLikeVideo(path))) return refused(415, 'that is not a video')
    const options = jobOptionsSchema.safeParse(fieldsOf(upload))
    if (!options.success) return refused(400, wrongIn(options.error))
    const job = { id, videoPath: path, isUpload: true, options: options.data }
    return { kind: 'taken', job } as const
  })
  if (taken.kind === 'refused') await rm(path, { force: true })
  return taken
}

/** Resolves to false when there was more than the limit. */
async function receive(upload: MultipartFile, path: string): Promise<boolean> {
  try {
    await pipeline(upload.file, createWriteStream(path, { mode: 0o600 }))
    return !upload.file.truncated
  } catch (error) {
    await rm(path, { force: true })
    throw error
  }
}

/** The form's other fields, as far as they came before the file. */
function fieldsOf({ fields, fieldname }: MultipartFile): Record<string, unknown> {
  const pairs = Object.entries(fields).flatMap(([name, field]) => {
    const isText = field !== undefined && !Array.isArray(field) && field.type === 'field'
    return isText && name !== fieldname ? [[name, field.value] as const] : []
  })
  return Object.fromEntries(pairs)
}

function wrongIn(error: z.ZodError): string {
  const [issue] = error.issues
  return `${issue?.path.join('.') || 'the request'}: ${issue?.message ?? 'is wrong'}`
}
