import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { LETTER_POINTS } from '../src/core/classifier/letters/letter-points.ts'
import { WINDOW_FRAMES } from '../src/core/classifier/letters/letter-window.ts'
import { inEnglish } from '../src/core/sentence/sentence.ts'
import { openLetterModel } from '../src/inference/letter-model.ts'
import { openClient } from './letters/client.ts'
import { timePlainLoop } from './letters/plain-loop.ts'
import { handPictures, startService, type RunningService } from './letters/service.ts'

/*
 * Letters: the network alone, and from a 640 × 480 JPEG over the socket to its answer, beside a loop that decodes and runs
 * tasks-vision one picture after another. Then 1, 3 and 8 clients at 15 pictures a second: how many answers each gets.
 *
 *   npm run bench -- letters [--minutes N]   N: how long three clients are served while memory is watched (2)
 */
const { values } = parseArgs({ options: { minutes: { type: 'string', default: '2' } } })
const RUNS = 500
const PICTURES = 200
const WARM_UP = 20
const FPS = 15
const SHARE_MS = 10_000

const quantile = (tookMs: readonly number[], ratio: number): number => {
  const sorted = tookMs.toSorted((a, b) => a - b)
  return Math.round((sorted[Math.floor((sorted.length - 1) * ratio)] ?? NaN) * 100) / 100
}

async function timeNetwork(): Promise<number> {
  const path = join(import.meta.dirname, '../resources/letters/sign-letters.onnx')
  const model = await openLetterModel(path)
  if (!model.ok) throw new Error(inEnglish(model.problem.message))
  const window = Float32Array.from({ length: WINDOW_FRAMES * LETTER_POINTS }, (_, at) =>
    Math.sin(at),
  )
  const tookMs: number[] = []
  for (let run = 0; run < RUNS; run++) {
    const beganMs = performance.now()
    await model.value.run((input) => input.set(window))
    tookMs.push(performance.now() - beganMs)
  }
  await model.value.close()
  return quantile(tookMs, 0.5)
}

async function timeService(service: RunningService, pictures: readonly Buffer[]) {
  const client = await openClient(service.url)
  const tookMs: number[] = []
  for (let at = 0; at < PICTURES + WARM_UP; at++) {
    const picture = pictures[at % pictures.length]
    if (picture !== undefined) tookMs.push(await client.ask(picture))
  }
  client.close()
  const warm = tookMs.slice(WARM_UP)
  return { p50Ms: quantile(warm, 0.5), p95Ms: quantile(warm, 0.95) }
}

/** Answers a second of each of so many clients. */
async function serveMany(
  service: RunningService,
  pictures: readonly Buffer[],
  count: number,
  forMs: number,
): Promise<readonly number[]> {
  const clients = await Promise.all(Array.from({ length: count }, () => openClient(service.url)))
  const answered = await Promise.all(clients.map((client) => client.stream(pictures, FPS, forMs)))
  for (const client of clients) client.close()
  return answered.map((answers) => Math.round((answers * 10_000) / forMs) / 10)
}

/** At first, and after each minute. What the service keeps for each picture would grow by thousands a minute. */
async function memoryByMinute(
  service: RunningService,
  pictures: readonly Buffer[],
  minutes: number,
): Promise<readonly number[]> {
  const residentMb = [Math.round(service.residentMb())]
  for (let minute = 0; minute < minutes; minute++) {
    await serveMany(service, pictures, 3, 60_000)
    residentMb.push(Math.round(service.residentMb()))
  }
  return residentMb
}

const pictures = await handPictures()
const inferenceMs = await timeNetwork()
const service = await startService()
const { p50Ms, p95Ms } = await timeService(service, pictures)
const shares = []
for (const clients of [1, 3, 8]) {
  const perS = await serveMany(service, pictures, clients, SHARE_MS)
  shares.push({ clients, least: Math.min(...perS), most: Math.max(...perS) })
}
const residentMb = await memoryByMinute(service, pictures, Number(values.minutes))
await service.stop()
const plain = (await timePlainLoop(pictures, PICTURES + WARM_UP)).slice(WARM_UP)
const plainP50Ms = quantile(plain, 0.5)

console.table([
  { what: 'the network alone', p50: inferenceMs, p95: undefined },
  { what: 'picture in, answer out', p50: p50Ms, p95: p95Ms },
  { what: 'plain loop, tasks-vision', p50: plainP50Ms, p95: quantile(plain, 0.95) },
])
console.log(`Answers a second of each client, at ${FPS} pictures a second:`)
console.table(shares)
console.log(`Memory of the service, minute by minute of 3 clients, MB: ${residentMb.join(' ')}`)
const grownMb = Math.round(((residentMb.at(-1) ?? NaN) - (residentMb[1] ?? NaN)) * 10) / 10
const starved = shares.filter(({ least, most }) => least < most / 2).length
const figures = { inferenceMs, p50Ms, p95Ms, plainP50Ms, starved, grownMb }
console.log(JSON.stringify({ bench: 'letters', figures }))
