import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { CHROMIUM } from '../../test/support/e2e/target.ts'
import { fakeWebcam } from '../../test/support/camera-clip.ts'
import type { FrameTimes } from './run-app.ts'

const ROOT = join(import.meta.dirname, '..', '..')

/** Runs the plain program beside this file in the same browser, on the same display, with the same clip. */
export async function runPlain(
  display: string,
  clip: string,
  seconds: number,
): Promise<readonly FrameTimes[]> {
  const env = { ...process.env, DISPLAY: display }
  const program = spawn(process.execPath, ['bench/latency/plain/program.mjs'], {
    cwd: ROOT,
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const times: FrameTimes[] = []
  const lines = createInterface({ input: program.stdout })
  const url = await new Promise<string>((resolve) => {
    lines.on('line', (line) => {
      const said = JSON.parse(line) as { url?: string } & Record<string, number>
      if (said.url !== undefined) resolve(said.url)
      else times.push(frameTimes(said))
    })
  })
  const profile = mkdtempSync(join(tmpdir(), 'beckon-plain-'))
  const browser = spawn(
    CHROMIUM,
    [
      ...['--no-sandbox', '--no-first-run', '--disable-background-networking'],
      ...['--disable-component-update', '--enable-unsafe-swiftshader', '--window-size=1200,760'],
      '--use-fake-ui-for-media-stream',
      ...fakeWebcam(clip),
      `--user-data-dir=${profile}`,
      `--app=${url}`,
    ],
    { env, stdio: 'ignore' },
  )
  // Asked for now: a browser that ends before its time would never be heard of.
  const ended = new Promise((resolve) => browser.once('exit', resolve))
  await new Promise((resolve) => setTimeout(resolve, seconds * 1000))
  browser.kill('SIGTERM')
  program.kill('SIGTERM')
  await ended
  rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
  return times
}

function frameTimes(said: Readonly<Record<string, number>>): FrameTimes {
  const { latencyMs = 0, waitMs = 0, trackingMs = 0, boundaryMs = 0, outputMs = 0 } = said
  return {
    latencyMs,
    stagesMs: { wait: waitMs, tracking: trackingMs, boundary: boundaryMs, output: outputMs },
  }
}
