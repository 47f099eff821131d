import { randomUUID } from 'node:crypto'
import { mkdir, rm, statfs } from 'node:fs/promises'
import { join } from 'node:path'
import { failed, ok, type Result } from '../../../contract/boundary/result.ts'
import { say } from '../../../contract/words/say.ts'
import { safeName } from './shown-video.ts'

export interface PendingUploadsParts {
  /** The folder for what belongs to an id, which goes with it. */
  readonly folderOf: (id: string) => string
  /** Where the page may put it; undefined where pages know paths. */
  readonly expectUpload: ((toPath: string, sizeBytes: number) => string) | undefined
}

/** The page hands over one after another. */
const MOST_OFFERED = 1000

/** Files on their way from the page: copies, because a browser tells nobody where a dropped file lies. */
export class PendingUploads {
  readonly #parts: PendingUploadsParts
  readonly #paths = new Map<string, string>()

  constructor(parts: PendingUploadsParts) {
    this.#parts = parts
  }

  async offer(
    name: string,
    sizeBytes: number,
  ): Promise<Result<{ readonly id: string; readonly address: string }>> {
    const { folderOf, expectUpload } = this.#parts
    if (expectUpload === undefined) {
      return failed(
        say('This file has no place on the disk.'),
        say('Save it to a folder, then try again.'),
      )
    }
    const id = randomUUID()
    const folder = folderOf(id)
    await mkdir(folder, { recursive: true, mode: 0o700 })
    const { bavail, bsize } = await statfs(folder)
    if (bavail * bsize < sizeBytes) {
      await rm(folder, { recursive: true })
      return failed(
        say('There is no room on the disk for a copy of this video.'),
        say('Make room on it, then try again.'),
      )
    }
    const path = join(folder, safeName(name))
    this.#paths.set(id, path)
    const [oldest] = this.#paths.keys()
    if (this.#paths.size > MOST_OFFERED && oldest !== undefined) await this.#giveUp(oldest)
    return ok({ id, address: expectUpload(path, sizeBytes) })
  }

  /** One that was never queued goes with what arrived of it. */
  async #giveUp(id: string): Promise<void> {
    this.#paths.delete(id)
    await rm(this.#parts.folderOf(id), { recursive: true, force: true })
  }

  /** Where it was put. Good once. */
  claim(id: string): string | undefined {
    const path = this.#paths.get(id)
    this.#paths.delete(id)
    return path
  }
}
