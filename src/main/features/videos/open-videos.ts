import { EmbeddedQueue } from '../../../jobs/queue/embedded-queue.ts'
import { openJobFiles } from '../../../jobs/queue/job-files.ts'
import type { LiveUse } from '../../../jobs/queue/live-use.ts'
import { createVideoJob } from '../../../jobs/queue/run-video-job.ts'
import { openSqliteStore } from '../../../jobs/queue/sqlite-store.ts'
import type { Sentence } from '../../../core/sentence/sentence.ts'
import { usualPoolSize } from '../../../jobs/queue/usual-pool-size.ts'
import { VideoLibrary, type VideoLibraryParts } from './video-library.ts'

export interface VideosParts extends Pick<
  VideoLibraryParts,
  'expose' | 'expectUpload' | 'publishList' | 'onBug'
> {
  /** Jobs, copies and results. */
  readonly folder: string
  readonly worker: { readonly command: readonly string[]; readonly env: NodeJS.ProcessEnv }
  readonly liveUse: LiveUse
  /** What happened to the list of before. */
  readonly onMishap: (said: Sentence) => void
}

const MAX_QUEUED = 1000
/** Whoever looks on can call it off; this is for a worker that hangs. */
const TIMEOUT_MS = 6 * 3_600_000
/** Of a worker with what it starts: five times what the longest film took. */
const MAX_BYTES = 1500 * 2 ** 20

/** Opens the videos where they were left and goes on with them. Rejects when their folder cannot be had. */
export async function openVideos(parts: VideosParts): Promise<VideoLibrary> {
  const files = await openJobFiles(parts.folder)
  const store = openSqliteStore(files.databasePath, Date.now)
  if (store.mishap !== undefined) parts.onMishap(store.mishap)
  const queue = new EmbeddedQueue({
    store,
    maxQueued: MAX_QUEUED,
    onBug: parts.onBug,
    onChange: () => {
      library.changed()
    },
  })
  const library = new VideoLibrary({ ...parts, queue, files, nowMs: Date.now })
  // A copy goes with its place in the list, whatever became of the job.
  await files.sweep(async (id) => (await queue.find(id)) !== undefined).catch(parts.onBug)
  const run = createVideoJob({
    ...parts.worker,
    files,
    timeoutMs: TIMEOUT_MS,
    maxBytes: MAX_BYTES,
    liveUse: parts.liveUse,
    onEnd: () => undefined,
  })
  queue.work(usualPoolSize(), run)
  return library
}
