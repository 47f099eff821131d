import { spawn } from 'node:child_process'
import { createReadStream } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join, normalize } from 'node:path'

const REPO = join(import.meta.dirname, '..', '..')
const FOLDERS: Readonly<Record<string, string>> = {
  '/page/': import.meta.dirname,
  '/vision/': join(REPO, 'node_modules/@mediapipe/tasks-vision'),
  '/models/': join(REPO, 'resources/models'),
}
const MIME: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.wasm': 'application/wasm',
}

/** Raw RGBA frames that the page reads one after another from one response. */
export interface FrameStream {
  readonly kind: 'frames'
  readonly ffmpegArgs: readonly string[]
}
export type Served = { readonly kind: 'file'; readonly path: string } | FrameStream

export interface LandmarkServer {
  readonly url: string
  /** Makes one thing readable for the page and returns its address. */
  offer(served: Served): string
  close(): Promise<void>
}

/** Serves the extraction page, the library and the models, and what is offered, on the loopback address only. */
export async function startLandmarkServer(): Promise<LandmarkServer> {
  const offered: Served[] = []
  const server = createServer((request, response) => answer(request, response, offered))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${portOf(server.address())}`
  return {
    url,
    offer(served) {
      offered.push(served)
      return `${url}/offered/${offered.length - 1}`
    },
    close() {
      server.closeAllConnections()
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
}

function answer(
  request: IncomingMessage,
  response: ServerResponse,
  offered: readonly Served[],
): void {
  const path = normalize(decodeURIComponent(new URL(request.url ?? '/', 'http://x').pathname))
  if (path.startsWith('/offered/')) {
    const served = offered[Number(path.slice('/offered/'.length))]
    if (served === undefined) return refuse(response)
    return served.kind === 'file'
      ? sendFile(response, served.path)
      : sendFrames(response, served.ffmpegArgs)
  }
  const prefix = Object.keys(FOLDERS).find((start) => path.startsWith(start))
  const folder = prefix === undefined ? undefined : FOLDERS[prefix]
  if (prefix === undefined || folder === undefined) return refuse(response)
  return sendFile(response, join(folder, path.slice(prefix.length)))
}

function sendFile(response: ServerResponse, path: string): void {
  const stream = createReadStream(path)
  stream.once('error', () => refuse(response))
  stream.once('open', () => {
    response.setHeader('content-type', MIME[extname(path)] ?? 'application/octet-stream')
    stream.pipe(response)
  })
}

function sendFrames(response: ServerResponse, args: readonly string[]): void {
  const ffmpeg = spawn('ffmpeg', args, { stdio: ['ignore', 'pipe', 'inherit'] })
  ffmpeg.once('error', () => refuse(response))
  response.once('close', () => ffmpeg.kill())
  ffmpeg.stdout.pipe(response)
}

function refuse(response: ServerResponse): void {
  response.statusCode = 404
  response.end()
}

function portOf(address: string | AddressInfo | null): number {
  if (address === null || typeof address === 'string') throw new Error('portOf: no TCP address')
  return address.port
}
