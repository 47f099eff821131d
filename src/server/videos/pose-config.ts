import { z } from 'zod'
import { usualPoolSize } from '../../jobs/queue/usual-pool-size.ts'

/** What can be set of the video jobs, by the environment or flags: as DEBUG_MODE=1 or --debug-mode 1. */
export interface PoseConfig {
  /** Jobs at once. */
  readonly poolSize: number
  readonly timeoutMs: number
  /** Of a worker and what it starts. */
  readonly maxBytes: number
  readonly maxQueued: number
  readonly maxUploadBytes: number
  /** The folder that `video_path` may lead into; none when not set. */
  readonly videoFolder: string | undefined
  /** Where jobs, uploads and results are kept; a folder of Beckon's own when not set. */
  readonly dataDir: string | undefined
  readonly logDir: string | undefined
  /** Program and arguments of the worker; ours when not set. */
  readonly workerCommand: readonly string[] | undefined
  /** Where several machines share one queue; a file of this machine's own when not set. */
  readonly redisUrl: string | undefined
  readonly isDebug: boolean
}

const text = z.string().transform((value) => (value.trim() === '' ? undefined : value.trim()))
const count = (least: number, most: number, usual: number) =>
  z.coerce.number().int().min(least).max(most).default(usual)

/** What each setting is, for people; the flag of POSE_POOL_SIZE is --pose-pool-size. */
export const POSE_SETTINGS = {
  POSE_POOL_SIZE: 'videos at once',
  POSE_TIMEOUT_MS: 'longest time for a video (180000)',
  POSE_MEMORY_MB: 'most memory of a worker (1500)',
  POSE_MAX_QUEUED: 'most videos that wait (1000)',
  POSE_MAX_UPLOAD_MB: 'largest upload (2048)',
  POSE_VIDEO_FOLDER: 'where video_path may lead; nowhere when not set',
  POSE_DATA_DIR: 'where jobs, uploads and results are kept',
  POSE_LOG_DIR: 'log files go here as well',
  POSE_WORKER: 'command of another engine',
  BECKON_REDIS_URL: 'where machines share one queue',
  DEBUG_MODE: 'log more (false)',
} as const
export type PoseSetting = keyof typeof POSE_SETTINGS

export const poseSettings = (): readonly PoseSetting[] => asSettings(Object.keys(POSE_SETTINGS))
const asSettings = (names: readonly string[]) => names as readonly PoseSetting[]

export const flagOf = (name: PoseSetting): string => name.toLowerCase().replaceAll('_', '-')

const schema = z.object({
  POSE_POOL_SIZE: count(1, 64, usualPoolSize()),
  POSE_TIMEOUT_MS: count(1000, 24 * 3_600_000, 180_000),
  POSE_MEMORY_MB: count(128, 1_000_000, 1500),
  POSE_MAX_QUEUED: count(1, 1_000_000, 1000),
  POSE_MAX_UPLOAD_MB: count(1, 100_000, 2048),
  POSE_VIDEO_FOLDER: text.optional(),
  POSE_DATA_DIR: text.optional(),
  POSE_LOG_DIR: text.optional(),
  POSE_WORKER: text.optional(),
  BECKON_REDIS_URL: text
    .refine((url) => url === undefined || isRedisUrl(url), 'expected redis://host:port')
    .optional(),
  DEBUG_MODE: z.stringbool().default(false),
} satisfies Record<PoseSetting, z.ZodType>)

function isRedisUrl(text: string): boolean {
  const url = URL.parse(text)
  return url !== null && ['redis:', 'rediss:'].includes(url.protocol) && url.hostname !== ''
}

export type PoseConfigResult =
  | { readonly kind: 'config'; readonly config: PoseConfig }
  | { readonly kind: 'problem'; readonly text: string }

export function readPoseConfig(
  env: Readonly<Record<string, string | undefined>>,
): PoseConfigResult {
  const parsed = schema.safeParse(env)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    return { kind: 'problem', text: `${String(issue?.path[0])}: ${issue?.message ?? 'is wrong'}` }
  }
  const given = parsed.data
  return {
    kind: 'config',
    config: {
      poolSize: given.POSE_POOL_SIZE,
      timeoutMs: given.POSE_TIMEOUT_MS,
      maxBytes: given.POSE_MEMORY_MB * 2 ** 20,
      maxQueued: given.POSE_MAX_QUEUED,
      maxUploadBytes: given.POSE_MAX_UPLOAD_MB * 2 ** 20,
      videoFolder: given.POSE_VIDEO_FOLDER,
      dataDir: given.POSE_DATA_DIR,
      logDir: given.POSE_LOG_DIR,
      workerCommand: given.POSE_WORKER?.split(/\s+/),
      redisUrl: given.BECKON_REDIS_URL,
      isDebug: given.DEBUG_MODE,
    },
  }
}
