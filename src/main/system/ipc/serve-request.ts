import { createReadStream } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { MadeFile } from '../../shared/exposed-file.ts'
import { isOurHost, isOurOrigin } from '../../../node/loopback-auth.ts'
import type { DoorWatch } from './door-watch.ts'
import type { ExposedFiles } from './exposed-files.ts'
import type { PageAccess } from './page-access.ts'
import { securityHeaders } from './security-headers.ts'
import { byteRange, downloadHeaders, type FileOnDisk } from './served-file.ts'
import type { Uploads } from './uploads.ts'

export interface AnsweringServer {
  readonly port: number
  readonly connect: readonly string[]
  readonly files: ExposedFiles
  readonly uploads: Uploads
  readonly access: PageAccess
  readonly watch: DoorWatch
}

/** Below it, a token: where a browser is led to, so that no token stands in its command line. */
export const OPEN_PATH = '/open/'

/** Answers one request for a file, or takes one that the page hands over. */
export async function answerRequest(
  request: IncomingMessage,
  response: ServerResponse,
  { port, connect, files, uploads, access, watch }: AnsweringServer,
): Promise<void> {
  if (!(await watch.mayComeIn(request.socket))) return end(response, 403)
  const headers = securityHeaders([`ws://127.0.0.1:${port}`, `ws://localhost:${port}`, ...connect])
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
  const urlPath = (request.url ?? '/').split(/[?#]/, 1)[0] ?? '/'
  if (leadsIn(request, urlPath, port, access)) return sendRedirectToPage(response, urlPath)
  const refusal = refusalOf(request, port)
  if (refusal !== undefined) return end(response, refusal)
  if (request.method === 'PUT') {
    const status = await uploads.receive(urlPath, request)
    // What is left unread of a body would otherwise be taken for the next request.
    if (status !== 204) response.setHeader('connection', 'close')
    return end(response, status)
  }
  const file = await files.find(urlPath)
  if (file === undefined) return end(response, 404)
  if (file.kind === 'made') await sendGenerated(request, response, file)
  else await sendFile(request, response, file)
}

/** Our own browser comes from a file, as from another site; nobody else knows such an address. */
const leadsIn = (
  { method, headers }: IncomingMessage,
  urlPath: string,
  port: number,
  access: PageAccess,
): boolean =>
  method === 'GET' &&
  isOurHost(headers.host, port) &&
  urlPath.startsWith(OPEN_PATH) &&
  access.isOpen(urlPath.slice(OPEN_PATH.length))

/** Leads on to the page, which is of this site then and may be loaded anew. */
function sendRedirectToPage(response: ServerResponse, urlPath: string): void {
  const token = urlPath.slice(OPEN_PATH.length)
  // Its address is no page's business, the next one's neither: security-headers.ts sends no referrer.
  response.writeHead(200, {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
  })
  response.end(`<!doctype html><meta http-equiv="refresh" content="0;url=/#token=${token}">`)
}

function refusalOf(request: IncomingMessage, port: number): number | undefined {
  if (!isOurHost(request.headers.host, port)) return 421
  // Another site that embeds or fetches what is ours, to find out that the app runs here.
  if (request.headers['sec-fetch-site'] === 'cross-site') return 403
  // Only our own page hands files over, and a browser names it.
  if (request.method === 'PUT') return isOurOrigin(request.headers.origin, port) ? undefined : 403
  return request.method === 'GET' || request.method === 'HEAD' ? undefined : 405
}

async function sendGenerated(
  request: IncomingMessage,
  response: ServerResponse,
  { type, downloadAs, make }: MadeFile,
): Promise<void> {
  // Its address is no page's business, the next one's neither: security-headers.ts sends no referrer.
  response.writeHead(200, { 'content-type': type, ...downloadHeaders(downloadAs) })
  if (request.method === 'HEAD') return void response.end()
  // What cannot be made to its end breaks off, so that nobody takes it for whole.
  await pipeline(Readable.from(make()), response).catch(() => undefined)
}

async function sendFile(
  request: IncomingMessage,
  response: ServerResponse,
  file: FileOnDisk,
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
  if (file.downloadAs !== undefined) {
    response.setHeader(
      'content-disposition',
      downloadHeaders(file.downloadAs)['content-disposition'] ?? '',
    )
  }
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
