import { createReadStream } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { pipeline } from 'node:stream/promises'
import { isOurHost } from './page-access.ts'
import { securityHeaders } from './security-headers.ts'
import { byteRange, type ServedFile } from './served-file.ts'

/** Answers one request for a file. `find` says which file a URL path means. */
export async function answerRequest(
  request: IncomingMessage,
  response: ServerResponse,
  { port, connect }: { readonly port: number; readonly connect: readonly string[] },
  find: (urlPath: string) => Promise<ServedFile | undefined>,
): Promise<void> {
  const headers = securityHeaders([`ws://127.0.0.1:${port}`, `ws://localhost:${port}`, ...connect])
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
  const refusal = refusalOf(request, port)
  if (refusal !== undefined) return end(response, refusal)
  const urlPath = (request.url ?? '/').split(/[?#]/, 1)[0] ?? '/'
  const file = await find(urlPath)
  if (file === undefined) return end(response, 404)
  await sendFile(request, response, file)
}

function refusalOf(request: IncomingMessage, port: number): number | undefined {
  if (!isOurHost(request.headers.host, port)) return 421
  // Another site that embeds or fetches what is ours, to find out that the app runs here.
  if (request.headers['sec-fetch-site'] === 'cross-site') return 403
  return request.method === 'GET' || request.method === 'HEAD' ? undefined : 405
}

async function sendFile(
  request: IncomingMessage,
  response: ServerResponse,
  file: ServedFile,
): Promise<void> {
  const range = byteRange(request.headers.range, file.sizeBytes)
  response.setHeader('accept-ranges', 'bytes')
  if (range.kind === 'impossible') {
    response.setHeader('content-range', `bytes */${file.sizeBytes}`)
    return end(response, 416)
  }
  const first = range.kind === 'part' ? range.first : 0
  const last = range.kind === 'part' ? range.last : file.sizeBytes - 1
  response.setHeader('content-type', file.type)
  response.setHeader('content-length', last - first + 1)
  if (range.kind === 'part') {
    response.setHeader('content-range', `bytes ${first}-${last}/${file.sizeBytes}`)
  }
  response.writeHead(range.kind === 'part' ? 206 : 200)
  if (request.method === 'HEAD' || file.sizeBytes === 0) return void response.end()
  // A page that stops reading (a seek, a closed window) is no error of ours.
  await pipeline(createReadStream(file.path, { start: first, end: last }), response).catch(
    () => undefined,
  )
}

function end(response: ServerResponse, status: number): void {
  response.writeHead(status, { 'content-length': 0 }).end()
}
