import { createReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import { securityHeaders } from './security-headers.ts'
import { byteRange, downloadHeaders, type ServedFile } from './served-file.ts'
import { hearErrors } from '../../../node/hear-errors.ts'

/** Answers a request of the app's own protocol (Electron) with a file, whole or in part. */
export async function protocolResponse(
  request: { readonly url: string; readonly method: string; readonly headers: Headers },
  find: (urlPath: string) => Promise<ServedFile | undefined>,
  /** Addresses that the page may connect to. */
  connect: readonly string[] = [],
): Promise<Response> {
  const headers = securityHeaders(connect)
  if (request.method !== 'GET' && request.method !== 'HEAD') return emptyResponse(405, headers)
  const file = await find(new URL(request.url).pathname)
  if (file === undefined) return emptyResponse(404, headers)
  if (file.kind === 'made') {
    const about = { ...headers, 'content-type': file.type, ...downloadHeaders(file.downloadAs) }
    const body = request.method === 'HEAD' ? null : Readable.toWeb(Readable.from(file.make()))
    return new Response(body, { headers: about })
  }
  const range = byteRange(request.headers.get('range') ?? undefined, file.sizeBytes)
  if (range.kind === 'impossible') {
    return emptyResponse(416, { ...headers, 'content-range': `bytes */${file.sizeBytes}` })
  }
  const first = range.kind === 'part' ? range.first : 0
  const last = range.kind === 'part' ? range.last : file.sizeBytes - 1
  const about: Record<string, string> = {
    ...headers,
    'content-type': file.type,
    'content-length': String(last - first + 1),
    'accept-ranges': 'bytes',
    ...(file.downloadAs !== undefined && downloadHeaders(file.downloadAs)),
  }
  if (range.kind === 'part') about['content-range'] = `bytes ${first}-${last}/${file.sizeBytes}`
  const status = range.kind === 'part' ? 206 : 200
  if (request.method === 'HEAD' || file.sizeBytes === 0) {
    return new Response(null, { status, headers: about })
  }
  const stream = hearErrors(createReadStream(file.path, { start: first, end: last }))
  return new Response(Readable.toWeb(stream), { status, headers: about })
}

function emptyResponse(status: number, headers: Readonly<Record<string, string>>): Response {
  return new Response(null, { status, headers })
}
