import type { FastifyBaseLogger, FastifyInstance } from 'fastify'
import { saidBy } from '../../contract/words/said-error.ts'
import { inEnglish } from '../../core/sentence/sentence.ts'
import { EmbeddedQueue } from '../../jobs/queue/embedded-queue.ts'
import type { Job } from '../../jobs/queue/job.ts'
import { jobFilesIn, openJobFiles, type JobFiles } from '../../jobs/queue/job-files.ts'
import type { JobQueue } from '../../jobs/queue/job-queue.ts'
import { RedisQueue } from '../../jobs/queue/redis-queue.ts'
import { createVideoJob } from '../../jobs/queue/run-video-job.ts'
import { openSqliteStore } from '../../jobs/queue/sqlite-store.ts'
import { unavailableQueue } from '../../jobs/queue/unavailable-queue.ts'
import { checkVideoFolder } from './allowed-video.ts'
import { createJobHealth } from './job-health.ts'
import { countJobs } from './job-metrics.ts'
import type { SharedWithRooms } from '../http/server.ts'
import { addPoolRoutes } from './pool-routes.ts'
import type { PoseConfig } from './pose-config.ts'
import { sweepLeftovers } from './sweep-leftovers.ts'
import { addVideoRoutes } from './video-routes.ts'

export interface VideoJobs {
  close(): Promise<void>
}

/**
 * Opens the queue where it was left and answers for it. Where it cannot be had, whoever asks hears why, and letters and poses
 * go on. Rejects when the folder of videos cannot be read, which whoever starts the service has named.
 */
export async function addVideoJobs(
  app: FastifyInstance,
  config: PoseConfig & { readonly dataDir: string; readonly workerCommand: readonly string[] },
  { metrics, healthChecks }: Pick<SharedWithRooms, 'metrics' | 'healthChecks'>,
): Promise<VideoJobs> {
  if (config.videoFolder !== undefined) await checkVideoFolder(config.videoFolder)
  const files = jobFilesIn(config.dataDir)
  const log = app.log.child({ room: 'jobs' })
  const { queue, mishap } = await openQueue(config, files, log)
  if (mishap !== undefined) log.error(mishap)
  const stopSweeping = await sweepLeftovers(files, queue, config.redisUrl !== undefined, log)
  await addVideoRoutes(app, { ...config, queue, files })
  addPoolRoutes(app, { queue, poolSize: config.poolSize })
  const kept = config.redisUrl === undefined ? 'file' : 'redis'
  healthChecks.push(createJobHealth({ queue, poolSize: config.poolSize, kept, mishap }))
  const countEnd = countJobs(metrics.registry, queue)
  const run = createVideoJob({
    ...config,
    files,
    command: config.workerCommand,
    // Electron's program, in the app, is Node as well when it is told so.
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
    onEnd: ({ job }, outcome, { tookMs, framesDone }) => {
      countEnd(outcome, tookMs)
      const { id, videoPath: path, attempts } = job
      const isBad = outcome.kind === 'failed' || outcome.kind === 'again'
      const told = { job: id, path, outcome, attempts, framesDone, tookMs }
      log[isBad ? 'warn' : 'info'](told, 'job ended')
    },
  })
  queue.work(config.poolSize, run)
  return {
    close: () => {
      stopSweeping()
      return queue.close()
    },
  }
}

interface OpenedQueue {
  readonly queue: JobQueue
  /** What happened to the jobs of before, for people; undefined when all is well. */
  readonly mishap: string | undefined
}

async function openQueue(
  config: PoseConfig & { readonly dataDir: string },
  files: JobFiles,
  log: FastifyBaseLogger,
): Promise<OpenedQueue> {
  const onBug = (error: unknown): void => {
    log.error({ err: error }, 'the queue had trouble')
  }
  try {
    await openJobFiles(config.dataDir)
    if (config.redisUrl !== undefined) {
      const queue = openRedisQueue(config.redisUrl, config, files, onBug)
      return { queue, mishap: undefined }
    }
    const store = openSqliteStore(files.databasePath, Date.now)
    const mishap = store.mishap && inEnglish(store.mishap)
    return { queue: new EmbeddedQueue({ store, maxQueued: config.maxQueued, onBug }), mishap }
  } catch (error) {
    const why = `there are no video jobs: ${inEnglish(saidBy(error))} POSE_DATA_DIR chooses another folder; then start the service again`
    return { queue: unavailableQueue(why), mishap: why }
  }
}

function openRedisQueue(
  url: string,
  { maxQueued }: PoseConfig,
  files: JobFiles,
  onBug: (error: unknown) => void,
): JobQueue {
  const onFailed = (job: Pick<Job, 'id' | 'isUpload'>): void => {
    Promise.all([files.discard(job.id), files.discardUpload(job)]).catch(onBug)
  }
  return new RedisQueue({ url, maxQueued, onFailed, onBug })
}
