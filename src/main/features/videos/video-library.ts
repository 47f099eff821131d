import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { rm, stat } from 'node:fs/promises'
import { isAbsolute } from 'node:path'
import type { Answer } from '../../../contract/channels/channels.ts'
import { failed, ok, type Result } from '../../../contract/boundary/result.ts'
import { say } from '../../../contract/words/say.ts'
import type { VideosView, VideoOptions } from '../../../contract/channels/video-channels.ts'
import type { EmbeddedQueue } from '../../../jobs/queue/embedded-queue.ts'
import { isOver } from '../../../jobs/queue/job.ts'
import type { JobFiles } from '../../../jobs/queue/job-files.ts'
import { LONGEST_PROBE_MS, probeVideo } from '../../../jobs/video/probe.ts'
import { runTool } from '../../../node/run-tool.ts'
import type { ExposedFile } from '../../shared/exposed-file.ts'
import { PendingUploads } from './pending-uploads.ts'
import { optionsOf, shownVideo } from './shown-video.ts'
import { SharedResults } from './shared-results.ts'

export interface VideoLibraryParts {
  readonly queue: EmbeddedQueue
  readonly files: JobFiles
  readonly expose: (file: ExposedFile) => string
  readonly expectUpload: ((toPath: string, sizeBytes: number) => string) | undefined
  /** To the page, also to the next one that comes. */
  readonly publishList: (list: VideosView) => void
  readonly nowMs: () => number
  /** The list could not be told, or something of it. */
  readonly onBug: (error: unknown) => void
}

type Done = Result<Record<never, never>>

const MOST_SHOWN = 500
const ASK_MS = 5000
const NO_VIDEO = say('This video is no longer in the list.')
const INSTALL_FFMPEG = say('Install ffmpeg (on Debian or Ubuntu: sudo apt-get install ffmpeg).')

/** The window's videos: taken in, worked on one after another, shown, and removed with all that was made of them. */
export class VideoLibrary {
  readonly #parts: VideoLibraryParts
  readonly #offered: PendingUploads
  readonly #shared: SharedResults
  #hasDecoder = true
  #isPublishing = false
  #isClosed = false

  constructor(parts: VideoLibraryParts) {
    this.#parts = parts
    const folderOf = (id: string): string => parts.files.uploadPath(id)
    this.#shared = new SharedResults(parts.files, parts.expose)
    this.#offered = new PendingUploads({ folderOf, expectUpload: parts.expectUpload })
  }

  /** Looks anew for what reads videos, and publishes the list. */
  async open(): Promise<Done> {
    const tools = await Promise.all(
      ['ffmpeg', 'ffprobe'].map((tool) => runTool(tool, ['-version'], { timeoutMs: ASK_MS })),
    )
    this.#hasDecoder = tools.every(({ kind }) => kind !== 'absent')
    await this.#publishList()
    return ok({})
  }

  /** Something has changed: it is told once, however much changes at once. */
  changed(): void {
    if (this.#isPublishing) return
    this.#isPublishing = true
    setImmediate(() => {
      this.#isPublishing = false
      this.#publishList().catch(this.#parts.onBug)
    })
  }

  offer(name: string, sizeBytes: number): Promise<Result<Answer<'offerVideo'>>> {
    return this.#offered.offer(name, sizeBytes)
  }

  async queueOffered(id: string, jobOptions: VideoOptions): Promise<Done> {
    const path = this.#offered.claim(id)
    if (path === undefined || !existsSync(path))
      return failed(say('This file did not arrive whole.'))
    const added = await this.#add(id, path, jobOptions)
    if (!added.ok) await this.#removeCopy(id)
    return added
  }

  async queueFile(path: string, jobOptions: VideoOptions): Promise<Done> {
    const isFile = isAbsolute(path) && (await stat(path).catch(() => undefined))?.isFile()
    return isFile
      ? this.#add(randomUUID(), path, jobOptions)
      : failed(say('There is no such file.'))
  }

  async cancel(id: string): Promise<Done> {
    const job = await this.#parts.queue.cancel(id)
    return job === undefined ? failed(NO_VIDEO) : ok({})
  }

  async retry(id: string): Promise<Done> {
    const { queue, files } = this.#parts
    const job = await queue.find(id)
    if (job === undefined || !isOver(job)) return failed(NO_VIDEO)
    if (job.unreadable !== undefined) return failed(job.unreadable, say('Add the video again.'))
    if (!existsSync(job.videoPath)) return failed(say('The video is no longer where it was.'))
    await queue.remove(id)
    this.#shared.forget(id)
    await files.discard(id)
    await queue.add(job)
    return ok({})
  }

  async remove(id: string): Promise<Done> {
    const { queue, files } = this.#parts
    await queue.remove(id)
    this.#shared.forget(id)
    await files.discard(id)
    await this.#removeCopy(id)
    return ok({})
  }

  async show(id: string): Promise<Result<Answer<'showVideo'>>> {
    const { queue, files } = this.#parts
    const job = await queue.find(id)
    if (job?.status !== 'completed') return failed(NO_VIDEO)
    if (!existsSync(files.landmarksPath(id))) return failed(say('What was found in it is gone.'))
    return ok(this.#shared.of(job))
  }

  close(): Promise<void> {
    this.#isClosed = true
    return this.#parts.queue.close()
  }

  async #add(id: string, videoPath: string, jobOptions: VideoOptions): Promise<Done> {
    const probed = await probeVideo(videoPath)
    if (probed.kind === 'no-ffmpeg') {
      return failed(say('Reading videos needs ffmpeg, which is not here.'), INSTALL_FFMPEG)
    }
    if (probed.kind === 'unsupported') return failed(probed.reason)
    if (probed.kind === 'too-slow') {
      return failed(say('ffmpeg can make nothing of it in {} s.', LONGEST_PROBE_MS / 1000))
    }
    // A copy is ours and stays for as long as its result can be looked at, so it is no upload that goes with the job.
    const job = { id, videoPath, isUpload: false, options: optionsOf(jobOptions) }
    const added = await this.#parts.queue.add(job)
    return added === undefined ? failed(say('Too many videos are waiting already.')) : ok({})
  }

  async #publishList(): Promise<void> {
    const { queue, publishList, nowMs } = this.#parts
    // The list is closed before the last of what has changed is told.
    if (this.#isClosed) return
    const jobs = await queue.list(MOST_SHOWN)
    const videos = jobs.map((job) => shownVideo(job, nowMs()))
    publishList({ videos, hasDecoder: this.#hasDecoder })
  }

  /** Does nothing for a file that lies where its owner has it. */
  async #removeCopy(id: string): Promise<void> {
    await rm(this.#parts.files.uploadPath(id), { recursive: true, force: true })
  }
}
