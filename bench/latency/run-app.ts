import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fakeWebcam } from '../../test/support/camera-clip.ts'

/** Milliseconds of one frame that moved the pointer. */
export interface FrameTimes {
  readonly latencyMs: number
  readonly stagesMs: Readonly<Record<string, number>>
}

const ROOT = join(import.meta.dirname, '..', '..')

/** Runs the built app in the Chromium host on a display with the clip as its webcam, for some seconds. */
export async function runApp(
  display: string,
  clip: string,
  seconds: number,
  flags: readonly string[],
): Promise<readonly FrameTimes[]> {
  const home = mkdtempSync(join(tmpdir(), 'beckon-latency-'))
  const events = join(home, 'events.jsonl')
  const args = ['--engaged', '--for', `${seconds}s`, '--events', events, ...flags]
  const child = spawn(process.execPath, ['out/main/chromium.js', ...args], {
    cwd: ROOT,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      ...process.env,
      DISPLAY: display,
      BECKON_HOME: home,
      BECKON_CHROMIUM_FLAGS: fakeWebcam(clip).join(' '),
    },
  })
  const code = await new Promise((resolve) => child.once('exit', resolve))
  if (code !== 0) throw new Error(`The app ended with ${String(code)}.`)
  const lines = readFileSync(events, 'utf8').trim().split('\n')
  rmSync(home, { recursive: true, force: true, maxRetries: 5 })
  return lines
    .map((line) => JSON.parse(line) as FrameTimes & { readonly action?: string })
    .filter(({ action }) => action === 'pointer.move')
    .map(({ latencyMs, stagesMs }) => {
      const before = Object.values(stagesMs).reduce((sum, ms) => sum + ms, 0)
      return { latencyMs, stagesMs: { ...stagesMs, output: Math.max(0, latencyMs - before) } }
    })
}
