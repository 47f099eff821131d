import { availableParallelism } from 'node:os'
import { stat } from 'node:fs/promises'
import { probeVideo } from '../jobs/video/probe.ts'
import { atMost } from './at-most.ts'

export type Unfit = { readonly status: number; readonly why: string } | undefined
const REMEMBERED_FILES = 256

/** Why a file cannot be a job's video. One that was looked at and has not changed is not looked at again. */
export function createFitness(): (path: string) => Promise<Unfit> {
  const known = new Map<string, Promise<Unfit>>()
  const inTurn = atMost(availableParallelism())
  return async (path) => {
    const { dev, ino, size, mtimeMs } = await stat(path)
    const key = [dev, ino, size, mtimeMs].join()
    const looking = known.get(key) ?? inTurn(() => unfitness(path))
    known.set(key, looking)
    const [oldest] = known.keys()
    if (known.size > REMEMBERED_FILES && oldest !== undefined) known.delete(oldest)
    const found = await looking
    // It says nothing of the video, and may be mended.
    if (found?.status === NO_FFMPEG.status) known.delete(key)
    return found
  }
}

const NO_FFMPEG = { status: 503, why: 'ffmpeg is not installed' } as const

async function unfitness(path: string): Promise<Unfit> {
  const probed = await probeVideo(path)
  if (probed.kind === 'no-ffmpeg') return NO_FFMPEG
  if (probed.kind === 'unsupported') return { status: 415, why: probed.reason }
  return undefined
}
