import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import sharp from 'sharp'

const REPO = join(import.meta.dirname, '../..')
const WIDTH_PX = 640
const HEIGHT_PX = 480
const STEPS = 24
const STEP_PX = 3

/** 640 × 480 JPEGs of a hand that moves to and fro. */
export async function handPictures(): Promise<readonly Buffer[]> {
  const hand = readFileSync(join(REPO, 'test/pictures/demo-hand.jpg'))
  const reach = STEPS * STEP_PX
  const wide = await sharp(hand)
    .resize(WIDTH_PX + reach, HEIGHT_PX, { fit: 'cover' })
    .toBuffer()
  const there = Array.from({ length: STEPS }, (_, step) => step * STEP_PX)
  const lefts = [...there, ...there.toReversed()]
  return Promise.all(
    lefts.map((left) =>
      sharp(wide).extract({ left, top: 0, width: WIDTH_PX, height: HEIGHT_PX }).jpeg().toBuffer(),
    ),
  )
}

export interface RunningService {
  readonly url: string
  readonly pid: number
  residentMb(): number
  stop(): Promise<void>
}

/** As `npm run serve` starts it, in a process and with a folder of its own. */
export async function startService(
  more: Readonly<Record<string, string>> = {},
): Promise<RunningService> {
  const entry = join(REPO, 'src/programs/serve.ts')
  const args = ['--port', '0', '--log-level', 'silent', '--max-rate', '1000', '--no-token']
  const home = mkdtempSync(join(tmpdir(), 'beckon-service-'))
  const env = { ...process.env, BECKON_HOME: home, ...more }
  const child = spawn(process.execPath, [entry, ...args], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env,
  })
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => {
      rmSync(home, { recursive: true, force: true })
      resolve()
    })
  })
  for await (const line of createInterface({ input: child.stderr })) {
    const [url] = /ws:\S+/.exec(line) ?? []
    if (url === undefined) continue
    return {
      url,
      pid: child.pid ?? 0,
      residentMb: () => residentMb(child.pid),
      stop: () => {
        child.kill('SIGTERM')
        return ended
      },
    }
  }
  throw new Error('startService: the service did not start')
}

/** Of a process on Linux; NaN elsewhere. */
function residentMb(pid: number | undefined): number {
  try {
    const [, kb] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
    return Number(kb) / 1024
  } catch {
    return Number.NaN
  }
}
