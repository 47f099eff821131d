import { createWriteStream } from 'node:fs'
import { mkdir, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { Transform, type Readable, type TransformCallback } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { codeOf } from '../../../node/error-code.ts'
import { randomSecret } from '../../../node/loopback-auth.ts'

/** Files that the page hands over, because only it can read what was dropped on it. */
export interface Uploads {
  /** Where the page may put one file of this size, once, under an address that cannot be guessed. */
  expectUpload(toPath: string, sizeBytes: number): string
  /** Writes what comes in. The HTTP status to answer with; what is not whole leaves nothing behind. */
  receive(urlPath: string, body: Readable): Promise<204 | 400 | 404 | 413 | 507>
}

/** The page hands over one after another; what it gave up would wait for ever. */
const MOST_EXPECTED = 1000

export function createUploads(): Uploads {
  const expected = new Map<string, { readonly toPath: string; readonly sizeBytes: number }>()
  return {
    expectUpload(toPath, sizeBytes) {
      const address = `/taken/${randomSecret()}`
      expected.set(address, { toPath, sizeBytes })
      const [oldest] = expected.keys()
      if (expected.size > MOST_EXPECTED && oldest !== undefined) expected.delete(oldest)
      return address
    },
    async receive(urlPath, body) {
      const wanted = expected.get(urlPath)
      if (wanted === undefined) return 404
      expected.delete(urlPath)
      const { toPath, sizeBytes } = wanted
      const part = `${toPath}.part`
      const counter = new ByteCounter(sizeBytes)
      try {
        await mkdir(dirname(toPath), { recursive: true, mode: 0o700 })
        await pipeline(body, counter, createWriteStream(part, { mode: 0o600 }))
        if (counter.bytes === sizeBytes) {
          await rename(part, toPath)
          return 204
        }
      } catch (error) {
        await rm(part, { force: true })
        return counter.isOver ? 413 : isFullDisk(error) ? 507 : 400
      }
      await rm(part, { force: true })
      return 400
    },
  }
}

/** Lets bytes through and stops where there are more than announced. */
class ByteCounter extends Transform {
  bytes = 0
  isOver = false
  readonly #mostBytes: number

  constructor(mostBytes: number) {
    super()
    this.#mostBytes = mostBytes
  }

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    this.bytes += chunk.length
    this.isOver = this.bytes > this.#mostBytes
    if (this.isOver) done(new Error('more than was announced'))
    else done(null, chunk)
  }
}

const isFullDisk = (error: unknown): boolean => ['ENOSPC', 'EDQUOT'].includes(codeOf(error) ?? '')
