import { availableParallelism } from 'node:os'
import { stat } from 'node:fs/promises'
import { inEnglish } from '../../core/sentence/sentence.ts'
import { probeVideo } from '../../jobs/video/probe.ts'
import { createConcurrencyLimit } from '../../node/concurrency-limit.ts'

export type Unfit = { readonly status: number; readonly why: string } | undefined
const REMEMBERED_FILES = 256

/** Why a file cannot be a job's video. One that was found to be fit and has not changed is not looked at again. */
export function createFitness(): (path: string) => Promise<Unfit> {
  const known = new Map<string, Promise<Unfit>>()
  const inTurn = createConcurrencyLimit(availableParallelism())
  return async (path) => {
    const { dev, ino, size, mtimeMs } = await stat(path)
    const key = [dev, ino, size, mtimeMs].join()
    const looking = known.get(key) ?? inTurn(() => whyUnfit(path))
    known.set(key, looking)
    const [oldest] = known.keys()
    if (known.size > REMEMBERED_FILES && oldest !== undefined) known.delete(oldest)
    let isFit = false
    try {
      const found = await looking
      isFit = found === undefined
      return found
    } finally {
      // A missing program may be installed, and a busy machine may have time or memory later.
      if (!isFit) known.delete(key)
    }
  }
}

const LOOK_MS = 10_000
const TOO_SLOW = { status: 415, why: 'ffmpeg can make nothing of it in 10 s' } as const
const NO_FFMPEG = { status: 503, why: 'ffmpeg is not installed' } as const

async function whyUnfit(path: string): Promise<Unfit> {
  const probed = await probeVideo(path, LOOK_MS)
  if (probed.kind === 'no-ffmpeg') return NO_FFMPEG
  if (probed.kind === 'too-slow') return TOO_SLOW
  if (probed.kind === 'unsupported') return { status: 415, why: inEnglish(probed.reason) }
  return undefined
}
