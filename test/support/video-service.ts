import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Fastify, { type FastifyInstance } from 'fastify'
import {
  checkAll,
  type HealthReport,
  type HealthCheck,
} from '../../src/server/http/health-report.ts'
import { addHttpAnswers } from '../../src/server/http/http-answers.ts'
import { readPoseConfig } from '../../src/server/videos/pose-config.ts'
import { createMetrics } from '../../src/server/http/service-metrics.ts'
import { addVideoJobs, type VideoJobs } from '../../src/server/videos/video-jobs.ts'

/** An engine of somebody else's that is done at once, or never, by the name of the video. */
export const QUICK_ENGINE = `${process.execPath} ${join(import.meta.dirname, 'engines/quick-engine.mjs')}`

export interface VideoService {
  readonly url: string
  readonly videos: string
  readonly dataDir: string
  health(): Promise<HealthReport>
  close(): Promise<void>
  /** As after a clean end, on the same folder, with what happens to it meanwhile. */
  restart(meanwhile?: () => void): Promise<void>
}

/** The video jobs on real parts, on a port and in folders of their own. */
export async function openVideoService(
  env: Readonly<Record<string, string>> = {},
): Promise<VideoService> {
  const dir = mkdtempSync(join(tmpdir(), 'beckon-videos-'))
  const [videos, dataDir] = [join(dir, 'videos'), join(dir, 'data')]
  mkdirSync(videos)
  const read = readPoseConfig({ POSE_VIDEO_FOLDER: videos, POSE_WORKER: QUICK_ENGINE, ...env })
  if (read.kind === 'problem') throw new Error(read.text)
  const { config } = read
  let app: FastifyInstance
  let jobs: VideoJobs
  const healthChecks: HealthCheck[] = []
  const open = async (port: number): Promise<string> => {
    app = Fastify()
    addHttpAnswers(app)
    const { workerCommand = [] } = config
    const shared = { metrics: createMetrics(), healthChecks }
    jobs = await addVideoJobs(app, { ...config, dataDir, workerCommand }, shared)
    return app.listen({ host: '127.0.0.1', port })
  }
  const url = await open(0)
  const stop = async (): Promise<void> => {
    await jobs.close()
    await app.close()
  }
  return {
    url,
    videos,
    dataDir,
    health: () => checkAll(healthChecks),
    close: async () => {
      await stop()
      rmSync(dir, { recursive: true })
    },
    restart: async (meanwhile) => {
      await stop()
      meanwhile?.()
      healthChecks.length = 0
      await open(Number(new URL(url).port))
    },
  }
}

/** A short moving picture without people. */
export function makeVideo(folder: string, name: string, ...args: readonly string[]): string {
  const source = ['-f', 'lavfi', '-i', 'testsrc=size=160x120:rate=10:duration=0.5']
  execFileSync('ffmpeg', ['-v', 'error', ...source, ...args, '-y', join(folder, name)])
  return join(folder, name)
}
