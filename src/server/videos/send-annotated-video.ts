import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import type { FastifyReply } from 'fastify'
import { hearErrors } from '../../node/hear-errors.ts'

/** A film, whole or the part that a player asks for (RFC 9110 §14; one part at a time). */
export async function sendAnnotatedVideo(
  reply: FastifyReply,
  path: string,
  asked: string | undefined,
): Promise<FastifyReply> {
  const size = await stat(path).then(
    (file) => file.size,
    () => undefined,
  )
  if (size === undefined) {
    return reply.code(404).send({ error: 'no film was asked for: hand it in with output=mp4' })
  }
  const range = rangeOf(asked, size)
  if (range === 'unsatisfiable') {
    const error = `the film has ${size} bytes`
    return reply.code(416).header('content-range', `bytes */${size}`).send({ error })
  }
  reply.type('video/mp4').header('accept-ranges', 'bytes')
  const { start, end } = range ?? { start: 0, end: size - 1 }
  if (range) reply.code(206).header('content-range', `bytes ${start}-${end}/${size}`)
  return reply
    .header('content-length', end - start + 1)
    .send(hearErrors(createReadStream(path, { start, end })))
}

type Range = { readonly start: number; readonly end: number } | 'unsatisfiable' | undefined

/** Undefined for what is no range of bytes: that is to be overlooked. */
function rangeOf(asked: string | undefined, size: number): Range {
  const [, from = '', to = ''] = /^bytes=(\d*)-(\d*)$/.exec(asked ?? '') ?? []
  if (from === '' && to === '') return undefined
  // Without a beginning it is the last so many.
  const start = from === '' ? Math.max(0, size - Number(to)) : Number(from)
  const end = from === '' || to === '' ? size - 1 : Math.min(Number(to), size - 1)
  if (to !== '' && from !== '' && Number(to) < start) return undefined
  return start < size ? { start, end } : 'unsatisfiable'
}
