import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { jobOptionsSchema, type Job, type JobOutcome } from './job.ts'
import { openJobFiles, type JobFiles } from './job-files.ts'
import { createVideoJob } from './run-video-job.ts'

const JOB: Job = {
  id: 'a',
  videoPath: '/a.mp4',
  isUpload: false,
  options: jobOptionsSchema.parse({}),
  status: 'processing',
  attempts: 1,
  createdAtMs: 0,
  startedAtMs: 0,
  endedAtMs: undefined,
  framesDone: 0,
  framesTotal: 0,
  reason: undefined,
  note: undefined,
}

describe('a video’s job', () => {
  let dir: string
  let files: JobFiles
  beforeEach(async () => {
    dir = mkdtempSync(join(tmpdir(), 'beckon-job-'))
    files = await openJobFiles(dir)
  })
  afterEach(() => rmSync(dir, { recursive: true }))

  /** Runs a few lines of JavaScript as its worker. */
  const run = (
    program: string,
    signal = new AbortController().signal,
    its = files,
  ): Promise<JobOutcome> =>
    createVideoJob({
      files: its,
      command: [process.execPath, '-e', program],
      timeoutMs: 60_000,
      maxBytes: 2 ** 40,
      onEnd: () => undefined,
    })({ job: JOB, signal, progress: () => undefined })
  const say = (report: object): string => `console.log(${JSON.stringify(JSON.stringify(report))})`
  const writing = (text: string): string =>
    `process.stdin.once('data', (line) => {
      require('fs').writeFileSync(JSON.parse(line).result_path, ${JSON.stringify(text)})
      ${say({ kind: 'completed' })}
    })`

  test.each([
    ['nothing', say({ kind: 'completed' })],
    ['an empty file', writing('')],
    ['something else', writing('{"format":"another"}\n')],
  ])('has failed when its worker is done and has written %s', async (_what, program) => {
    expect(await run(program)).toEqual({ kind: 'failed', reason: 'The worker wrote no result.' })
    expect(existsSync(files.landmarksPath('a'))).toBe(false)
  })

  test.each([
    ['cancelled', 'cancelled'],
    ['closing', 'put-back'],
  ] as const)('that is %s while its worker dies is %s, not run again', async (reason, kind) => {
    const stop = new AbortController()
    // It has died, and its files are being removed.
    const discard = (id: string): Promise<void> => {
      stop.abort(reason)
      return files.discard(id)
    }
    const dying = run('process.exit(1)', stop.signal, { ...files, discard })
    expect(await dying).toEqual({ kind })
  })
})
