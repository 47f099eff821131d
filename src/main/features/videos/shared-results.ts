import type { Answer } from '../../../contract/channels/channels.ts'
import type { Job } from '../../../jobs/queue/job.ts'
import type { JobFiles } from '../../../jobs/queue/job-files.ts'
import type { ExposedFile } from '../../shared/exposed-file.ts'
import { shareResults } from './video-results.ts'

type Addresses = Answer<'showVideo'>

/** A person compares two or three; the page asks again for what it has closed. */
const MOST_SHARED = 16

/** Where finished videos are to be read, for as long as they may be looked at: the last few keep their addresses. */
export class SharedResults {
  readonly #files: JobFiles
  readonly #publish: (file: ExposedFile) => string
  /** The one that was looked at last comes last. */
  readonly #shared = new Map<string, { readonly addresses: Addresses; revoke(): void }>()

  constructor(files: JobFiles, publish: (file: ExposedFile) => string) {
    this.#files = files
    this.#publish = publish
  }

  of(job: Job): Addresses {
    const shared = this.#shared.get(job.id) ?? this.#share(job)
    this.#shared.delete(job.id)
    this.#shared.set(job.id, shared)
    const [oldest] = this.#shared.keys()
    if (this.#shared.size > MOST_SHARED && oldest !== undefined) this.forget(oldest)
    return shared.addresses
  }

  /** Its files go, or are made anew. */
  forget(id: string): void {
    this.#shared.get(id)?.revoke()
    this.#shared.delete(id)
  }

  #share(job: Job): { readonly addresses: Addresses; revoke(): void } {
    const revoked = new AbortController()
    const publish = (file: ExposedFile): string => this.#publish({ ...file, until: revoked.signal })
    return {
      addresses: shareResults(job, this.#files, publish),
      revoke: () => {
        revoked.abort()
      },
    }
  }
}
