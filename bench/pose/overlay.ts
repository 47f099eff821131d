import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright'
import type { Clip } from './clip.ts'

export interface OverlayRun {
  readonly askedPerSecond: number
  readonly resultsPerSecond: number
  readonly frameP95Ms: number
}

/** The demo page in a browser with the clip as its camera, at several rates of results. */
export async function overlayRuns(
  url: string,
  { jpegs }: Clip,
  rates: readonly number[],
  seconds: number,
): Promise<readonly OverlayRun[]> {
  const folder = mkdtempSync(join(tmpdir(), 'beckon-bench-overlay-'))
  const camera = join(folder, 'camera.mjpeg')
  writeFileSync(camera, Buffer.concat(jpegs))
  const executablePath = process.env['BECKON_CHROMIUM'] ?? '/usr/bin/chromium'
  const browser = await chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--use-fake-ui-for-media-stream',
      '--use-fake-device-for-media-stream',
      `--use-file-for-fake-video-capture=${camera}`,
    ],
  })
  try {
    const runs: OverlayRun[] = []
    for (const askedPerSecond of rates) {
      const page = await browser.newPage()
      await page.goto(`${url.replace(/^ws/, 'http')}/demo?rate=${askedPerSecond}`)
      await page.getByRole('button', { name: 'Start' }).click()
      await page.waitForFunction('demoFigures().results > 0')
      await new Promise((resolve) => setTimeout(resolve, seconds * 1000))
      const figures = await page.evaluate('demoFigures()')
      runs.push({ askedPerSecond, ...asFigures(figures) })
      await page.close()
    }
    return runs
  } finally {
    await browser.close()
    rmSync(folder, { recursive: true })
  }
}

function asFigures(value: unknown): Omit<OverlayRun, 'askedPerSecond'> {
  const { results, frameP95Ms } = value as { results: number; frameP95Ms: number }
  return { resultsPerSecond: results, frameP95Ms }
}
