import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { cameraClip } from '../test/support/camera-clip.ts'
import { startX } from '../test/support/x11.ts'
import { keepWorking } from './jobs/keep-working.ts'
import { film720p } from './jobs/videos.ts'
import { runApp, type FrameTimes } from './latency/run-app.ts'

/*
 * What live hand control pays for videos that are worked on at the same time: frame captured → pointer moved, by the whole app
 * on a real X server, in rounds of one run alone and one beside as many jobs as are done at once by default, each on a 720p
 * film. Which comes first changes from round to round; each round has its own ratio and the figure is their median.
 * `npm run bench -- live-with-jobs [-- --rounds 5]`
 */
const ROUNDS = Number(process.argv.at(-1)) || 5
const SECONDS = 14
/** Pages are laid out and code is compiled in the first two seconds. */
const WARM_UP_FRAMES = 60

const clip = cameraClip()
if (clip === undefined) {
  console.log('live-with-jobs: skipped, needs the clip in ../shared/data/videos/golden')
  process.exit(0)
}
const folder = mkdtempSync(join(tmpdir(), 'beckon-bench-live-jobs-'))
const display = await startX()
try {
  const film = await film720p(folder, 'film.mp4', 60)
  const rounds: { quiet: readonly FrameTimes[]; busy: readonly FrameTimes[]; jobFps: number }[] = []
  for (let round = 0; round < ROUNDS; round++) {
    const first = round % 2 === 0 ? await alone() : undefined
    const { times: busy, jobFps } = await besideJobs(film)
    rounds.push({ quiet: first ?? (await alone()), busy, jobFps })
  }
  const each = rounds.map(({ quiet, busy, jobFps }, round) => ({
    round: round + 1,
    moves: `${quiet.length} / ${busy.length}`,
    'alone p50 ms': at(quiet, 0.5),
    'beside jobs p50 ms': at(busy, 0.5),
    'alone p95 ms': at(quiet, 0.95),
    'beside jobs p95 ms': at(busy, 0.95),
    'p95 ratio': rounded(at(busy, 0.95) / at(quiet, 0.95), 1000),
    'job frames/s': rounded(jobFps, 10),
  }))
  console.table(each)
  const median = (pick: (row: (typeof each)[number]) => number): number => {
    const sorted = each.map(pick).toSorted((a, b) => a - b)
    return sorted[Math.floor((sorted.length - 1) / 2)] ?? Number.NaN
  }
  const figures = {
    aloneP95Ms: median((row) => row['alone p95 ms']),
    besideJobsP95Ms: median((row) => row['beside jobs p95 ms']),
    p95PerAlone: median((row) => row['p95 ratio']),
    jobFramesPerS: median((row) => row['job frames/s']),
  }
  console.table([{ figure: 'p95 beside jobs ÷ alone', is: figures.p95PerAlone, bar: '≤ 1.10' }])
  console.log(JSON.stringify({ bench: 'live-with-jobs', figures }))
} finally {
  await display.close()
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
}

async function alone(): Promise<readonly FrameTimes[]> {
  const times = await runApp(display.name, clip ?? '', SECONDS, ['--tracker', 'native'])
  return times.slice(WARM_UP_FRAMES)
}

async function besideJobs(
  film: string,
): Promise<{ readonly times: readonly FrameTimes[]; readonly jobFps: number }> {
  const jobs = await keepWorking(film, folder)
  try {
    return { times: await alone(), jobFps: jobs.framesPerS() }
  } finally {
    await jobs.stop()
  }
}

function at(times: readonly FrameTimes[], ratio: number): number {
  const sorted = times.map(({ latencyMs }) => latencyMs).toSorted((a, b) => a - b)
  return rounded(sorted[Math.floor((sorted.length - 1) * ratio)] ?? Number.NaN, 100)
}

function rounded(value: number, perUnit: number): number {
  return Math.round(value * perUnit) / perUnit
}
