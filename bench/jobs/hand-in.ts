import { setTimeout } from 'node:timers/promises'
import { z } from 'zod'
import { treeBytes } from '../../src/jobs/worker/process-tree.ts'

const statusSchema = z.object({
  job_id: z.string(),
  status: z.string(),
  frames_done: z.number().optional(),
  started_at: z.string().nullish(),
  ended_at: z.string().nullish(),
  reason: z.string().optional(),
})
type Status = z.infer<typeof statusSchema>

export async function handIn(url: string, name: string, options: object): Promise<string> {
  const answer = await fetch(`${url}/pose/video`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ video_path: name, options }),
  })
  if (answer.status !== 202) throw new Error(`handIn: ${answer.status} ${await answer.text()}`)
  return statusSchema.parse(await answer.json()).job_id
}

export interface JobRun {
  readonly framesPerS: number
  /** Of the service and all its workers, at most, without what the service alone took before. */
  readonly peakMb: number
}

/** Hands the film in so many times at once and waits for all. Counts from the first begun to the last done. */
export async function runJobs(
  { url, pid }: { readonly url: string; readonly pid: number },
  name: string,
  times: number,
  options: object = {},
): Promise<JobRun> {
  const beforeBytes = (await treeBytes(pid)) ?? 0
  let peakBytes = 0
  const ids = await Promise.all(Array.from({ length: times }, () => handIn(url, name, options)))
  for (;;) {
    const all = await Promise.all(ids.map((id) => statusOf(url, id)))
    peakBytes = Math.max(peakBytes, (await treeBytes(pid)) ?? 0)
    const failed = all.find(({ status }) => status === 'failed')
    if (failed) throw new Error(`runJobs: ${failed.reason ?? 'a job failed'}`)
    if (all.every(({ status }) => status === 'completed')) {
      return { framesPerS: paceOf(all), peakMb: (peakBytes - beforeBytes) / 1e6 }
    }
    await setTimeout(200)
  }
}

async function statusOf(url: string, id: string): Promise<Status> {
  return statusSchema.parse(await (await fetch(`${url}/pose/video/status/${id}`)).json())
}

function paceOf(all: readonly Status[]): number {
  const began = Math.min(...all.map(({ started_at }) => Date.parse(started_at ?? '')))
  const ended = Math.max(...all.map(({ ended_at }) => Date.parse(ended_at ?? '')))
  const frames = all.reduce((sum, { frames_done = 0 }) => sum + frames_done, 0)
  return (frames / (ended - began)) * 1000
}
