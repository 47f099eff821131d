import { stat } from 'node:fs/promises'
import { extname, resolve, sep } from 'node:path'
import type { MadeFile } from '../../shared/exposed-file.ts'

/** A file as it is to be sent. */
export type ServedFile = FileOnDisk | MadeFile
export interface FileOnDisk {
  readonly kind: 'on-disk'
  readonly path: string
  readonly type: string
  readonly sizeBytes: number
  /** The name under which it is kept, when it is there to be kept. */
  readonly downloadAs?: string
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
  '.task': 'application/octet-stream',
  '.glb': 'model/gltf-binary',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.ico': 'image/x-icon',
  '.mp4': 'video/mp4',
  '.m4v': 'video/mp4',
  '.mov': 'video/quicktime',
  '.webm': 'video/webm',
  '.mkv': 'video/x-matroska',
  '.jsonl': 'application/jsonl',
}

/**
 * The file that a URL path names in these folders (URL prefix → folder, the longest prefix first); nothing when there is
 * none, and for every path that would leave its folder.
 */
export async function findServedFile(
  urlPath: string,
  folders: Readonly<Record<string, string>>,
): Promise<FileOnDisk | undefined> {
  const path = decodeUrlPath(urlPath)
  if (path === undefined) return undefined
  const prefixes = Object.keys(folders).toSorted((a, b) => b.length - a.length)
  const prefix = prefixes.find((each) => path.startsWith(each))
  const folder = prefix === undefined ? undefined : folders[prefix]
  if (prefix === undefined || folder === undefined) return undefined
  const inside = path.slice(prefix.length).replace(/^\/+/, '')
  const full = resolve(folder, inside === '' ? 'index.html' : inside)
  return full.startsWith(resolve(folder) + sep) ? describeFile(full) : undefined
}

export async function describeFile(path: string): Promise<FileOnDisk | undefined> {
  const found = await stat(path).catch(() => undefined)
  if (!found?.isFile()) return undefined
  const type = TYPES[extname(path).toLowerCase()] ?? 'application/octet-stream'
  return { kind: 'on-disk', path, type, sizeBytes: found.size }
}

/** Has a browser keep the file instead of showing it. Names outside ASCII go as RFC 6266 has them. */
export function downloadHeaders(name: string): Readonly<Record<string, string>> {
  const encoded = encodedName(name).replaceAll(
    /['()*]/g,
    (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return { 'content-disposition': `attachment; filename*=UTF-8''${encoded}` }
}

/** Windows lets a name hold half of a character (a lone surrogate), which has no form in an address: it becomes U+FFFD. */
export const encodedName = (name: string): string =>
  encodeURIComponent(Buffer.from(name).toString())

function decodeUrlPath(urlPath: string): string | undefined {
  try {
    const path = decodeURIComponent(urlPath)
    return /[\0\\]/.test(path) ? undefined : path
  } catch {
    return undefined
  }
}

export type ByteRange = { readonly kind: 'whole' } | { readonly kind: 'impossible' } | Bytes
/** Both inclusive. */
interface Bytes {
  readonly kind: 'part'
  readonly first: number
  readonly last: number
}

/** Reads a `Range` header of one range, as video players send it; several at once are answered with the whole file. */
export function byteRange(header: string | undefined, sizeBytes: number): ByteRange {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header ?? '')
  const [from = '', to = ''] = match?.slice(1) ?? []
  if (from === '' && to === '') return { kind: 'whole' }
  const first = from === '' ? Math.max(0, sizeBytes - Number(to)) : Number(from)
  const last = from === '' || to === '' ? sizeBytes - 1 : Math.min(Number(to), sizeBytes - 1)
  return first > last ? { kind: 'impossible' } : { kind: 'part', first, last }
}
