import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { handIn, runJobs } from './jobs/hand-in.ts'
import { film720p, jpegsOf } from './jobs/videos.ts'
import { startService } from './letters/service.ts'
import { openTasksVision } from './pose/tasks-vision.ts'

/*
 * Videos through the service, from handing in to done (a worker's start, decoding and all), beside tasks-vision in a
 * headless browser on frames that are decoded already; one worker beside two; memory of a job by the length of its video, every frame of it;
 * and how long two hundred jobs take to be taken. `npm run bench -- jobs [-- --long-s 600]`
 */
const FILM_S = 20
const SHORT_S = 10
const LONG_S = Number(process.argv.at(-1)) || 600
const PEER_FRAMES = 60
const WAITING_JOBS = 200

const folder = mkdtempSync(join(tmpdir(), 'beckon-bench-jobs-'))
try {
  const film = await film720p(folder, 'film.mp4', FILM_S)
  await film720p(folder, 'short.mp4', SHORT_S)
  await film720p(folder, 'long.mp4', LONG_S)
  const tasks = await openTasksVision(jpegsOf(film, PEER_FRAMES))
  await tasks.poseRound(10)
  const tasksMs = [...(await tasks.poseRound(PEER_FRAMES))]
  const env = { POSE_VIDEO_FOLDER: folder, POSE_TIMEOUT_MS: '3600000' }
  const one = await startService({ ...env, POSE_POOL_SIZE: '1' })
  const alone = await runJobs(asHttp(one), 'film.mp4', 1)
  tasksMs.push(...(await tasks.poseRound(PEER_FRAMES)))
  await tasks.close()
  const inTurn = await runJobs(asHttp(one), 'film.mp4', 2)
  const short = await runJobs(asHttp(one), 'short.mp4', 1)
  const long = await runJobs(asHttp(one), 'long.mp4', 1)
  const waiting = await takeMany(asHttp(one).url, one.residentMb)
  await one.stop()
  const two = await startService({ ...env, POSE_POOL_SIZE: '2' })
  const together = await runJobs(asHttp(two), 'film.mp4', 2)
  await two.stop()

  const tasksFramesPerS = 1000 / median(tasksMs)
  console.log(
    `720p, frames a second: ${alone.framesPerS.toFixed(1)} by a job, ${tasksFramesPerS.toFixed(1)} by tasks-vision; ` +
      `two jobs: ${inTurn.framesPerS.toFixed(1)} one after the other, ${together.framesPerS.toFixed(1)} at once`,
  )
  const figures = {
    perTasksVision: round(alone.framesPerS / tasksFramesPerS),
    twoWorkersPerOne: round(together.framesPerS / inTurn.framesPerS),
    peakMbShort: Math.round(short.peakMb),
    peakMbLong: Math.round(long.peakMb),
    acceptedMs: Math.round(waiting.tookMs),
    acceptedMb: Math.round(waiting.moreMb),
  }
  console.table([
    { figure: 'frames a second ÷ tasks-vision', is: figures.perTasksVision, bar: '≥ 3' },
    { figure: 'two workers ÷ one', is: figures.twoWorkersPerOne, bar: '≥ 1.7' },
    { figure: `most memory of a job, ${SHORT_S} s of video, MB`, is: figures.peakMbShort, bar: '' },
    { figure: `the same, ${LONG_S} s of video`, is: figures.peakMbLong, bar: 'as the short' },
    { figure: `${WAITING_JOBS} jobs taken, ms`, is: figures.acceptedMs, bar: '≤ 2000' },
    { figure: 'memory they take, MB', is: figures.acceptedMb, bar: '≤ 50' },
  ])
  console.log(JSON.stringify({ bench: 'jobs', figures }))
} finally {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
}

function asHttp({ url, pid }: { readonly url: string; readonly pid: number }) {
  return { url: url.replace('ws:', 'http:'), pid }
}

/** One is worked on while the others come. */
async function takeMany(url: string, residentMb: () => number) {
  const beforeMb = residentMb()
  const beganMs = performance.now()
  for (let batch = 0; batch < WAITING_JOBS; batch += 20) {
    await Promise.all(Array.from({ length: 20 }, () => handIn(url, 'long.mp4', {})))
  }
  return { tookMs: performance.now() - beganMs, moreMb: residentMb() - beforeMb }
}

function median(list: readonly number[]): number {
  const sorted = list.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
