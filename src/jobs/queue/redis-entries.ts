import type { Job as Entry } from 'bullmq'
import { z } from 'zod'
import { verbatim, type Sentence } from '../../core/sentence/sentence.ts'
import { readOptions, type Job, type JobStatus, type NewJob } from './job.ts'

/** What is written down of a job in Redis, beside what BullMQ keeps itself. */
export type EntryData = Omit<NewJob, 'id'> & { readonly isCancelled: boolean }

const progressSchema = z.object({ framesDone: z.number(), framesTotal: z.number() })
const outcomeSchema = z.object({
  kind: z.enum(['completed', 'cancelled']),
  note: z.string().optional(),
})
/** What became of a job that is over, as Redis holds it. */
export type WrittenOutcome = z.infer<typeof outcomeSchema>

/** Redis holds English: machines of other versions read it, and those who are told get English, too. */
export const DIED_TWICE = 'Who worked on it died twice.'
const TAKEN_OVER = 'Run again, because the machine that worked on it died.'

/** A job as BullMQ knows it, in our words. */
export function jobOf(entry: Entry<EntryData>, state: string): Job {
  const { isCancelled, ...data } = entry.data
  const progress = progressSchema.safeParse(entry.progress).data
  const outcome = outcomeSchema.safeParse(entry.returnvalue).data
  const isOver = state === 'completed' || state === 'failed'
  // BullMQ counts an attempt when it is over, and apart from these the times that a machine died.
  const triesBefore = entry.attemptsMade - (isOver ? 1 : 0) + entry.stalledCounter
  const again = entry.stalledCounter > 0 ? TAKEN_OVER : entry.failedReason
  const notes = [triesBefore > 0 ? again : undefined, outcome?.note]
  const note = notes.filter((text) => text !== undefined).join(' ')
  return {
    ...data,
    ...readOptions(data.options),
    id: entry.id ?? '',
    status: statusOf(state, isCancelled, outcome?.kind),
    attempts: triesBefore + (isOver || state === 'active' ? 1 : 0),
    createdAtMs: entry.timestamp,
    startedAtMs: entry.processedOn,
    endedAtMs: entry.finishedOn,
    framesDone: progress?.framesDone ?? 0,
    framesTotal: progress?.framesTotal ?? 0,
    reason: parseNote(state === 'failed' ? reasonOf(entry) : outcome?.note),
    note: parseNote(note),
  }
}

const parseNote = (text: string | undefined): Sentence | undefined =>
  text === undefined || text === '' ? undefined : verbatim(text)

const reasonOf = ({ stalledCounter, failedReason }: Entry<EntryData>): string =>
  stalledCounter > 1 ? DIED_TWICE : (failedReason ?? 'It failed.')

function statusOf(
  state: string,
  isCancelled: boolean,
  outcome: 'completed' | 'cancelled' | undefined,
): JobStatus {
  if (state === 'completed') return outcome ?? 'completed'
  if (state === 'failed') return isCancelled ? 'cancelled' : 'failed'
  if (isCancelled) return 'cancelled'
  return state === 'active' ? 'processing' : 'queued'
}
