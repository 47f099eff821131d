import { basename } from 'node:path'
import type { ShownVideo, VideoOptions } from '../../../contract/channels/video-channels.ts'
import type { Job, JobOptions } from '../../../jobs/queue/job.ts'
import { paceOf } from '../../../jobs/queue/pace.ts'

/** A job as the page shows it. */
export function shownVideo(job: Job, nowMs: number): ShownVideo {
  const { id, videoPath, status, createdAtMs, framesDone, framesTotal, reason, note } = job
  const pace = paceOf(job, nowMs)
  return {
    ...{ id, name: basename(videoPath), status, addedAtEpochMs: createdAtMs },
    ...{ framesDone, framesTotal },
    ...(pace && { pace }),
    ...(reason !== undefined && { reason }),
    ...(note !== undefined && { note }),
  }
}

export const optionsOf = ({ model, people, hands, film, everyNth }: VideoOptions): JobOptions => ({
  ...{ model, people, hands },
  annotate: film,
  every_nth: everyNth,
})

const LONGEST_NAME_CHARS = 100

/** A file's name as a page gives it, made fit to be one of ours: its folder is ours alone, so it need not be unique. */
export function safeName(given: string): string {
  const plain = (given.split(/[/\\]/).at(-1) ?? '').replaceAll(/[^\p{L}\p{N} ._()-]/gu, '_')
  const end = [...plain.slice(-LONGEST_NAME_CHARS)]
  const name = end.slice(end.findIndex(isSeen), end.findLastIndex(isSeen) + 1).join('')
  return name === '' ? 'video' : name
}

const isSeen = (character: string): boolean => character !== ' ' && character !== '.'
