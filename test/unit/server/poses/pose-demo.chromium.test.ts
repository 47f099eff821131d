import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import { chromium, type Browser, type Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ANNA, drawPeople } from '../../../support/drawn-people.ts'
import { openLetterService, type LetterService } from '../../../support/letter-service.ts'

const executablePath = process.env['BECKON_CHROMIUM'] ?? '/usr/bin/chromium'
const hasChromium = existsSync(executablePath)

describe.skipIf(!hasChromium)(`the demo page (${hasChromium ? 'found' : 'no Chromium'})`, () => {
  let service: LetterService
  let browser: Browser
  let folder: string

  beforeAll(async () => {
    service = await openLetterService()
    folder = mkdtempSync(join(tmpdir(), 'beckon-demo-'))
    // Chromium's fake camera plays JPEGs one after another, round and round.
    const steps = Array.from({ length: 20 }, (_, step) => 250 + 7 * Math.min(step, 20 - step))
    const clip = join(folder, 'camera.mjpeg')
    writeFileSync(
      clip,
      Buffer.concat(await Promise.all(steps.map((x) => drawPeople({ ...ANNA, x })))),
    )
    browser = await chromium.launch({
      executablePath,
      args: [
        '--no-sandbox',
        '--use-fake-ui-for-media-stream',
        '--use-fake-device-for-media-stream',
        `--use-file-for-fake-video-capture=${clip}`,
      ],
    })
  }, 60_000)
  afterAll(async () => {
    await browser.close()
    await service.close()
    rmSync(folder, { recursive: true })
  })

  const open = async (colorScheme: 'light' | 'dark' = 'light'): Promise<Page> => {
    const context = await browser.newContext({ colorScheme })
    const page = await context.newPage()
    await page.goto(`http://127.0.0.1:${service.port}/demo`)
    return page
  }
  /** How many pixels of the overlay are as pink as the body is drawn. */
  const pinkPixels = (page: Page): Promise<number> =>
    page.evaluate(() => {
      const overlay = document.querySelector('canvas')
      const context = overlay?.getContext('2d')
      if (!overlay || !context || overlay.width === 0) return 0
      const { data } = context.getImageData(0, 0, overlay.width, overlay.height)
      let pink = 0
      for (let at = 0; at < data.length; at += 4) {
        if (data[at] === 0xff && data[at + 1] === 0x5f && data[at + 2] === 0xa2) pink += 1
      }
      return pink
    })

  test('shows the skeleton over the camera, rates, and angles', async () => {
    const page = await open()
    await page.getByRole('button', { name: 'Start' }).click()
    await expect.poll(() => pinkPixels(page), { timeout: 20_000 }).toBeGreaterThan(500)
    await expect
      .poll(() => page.locator('#rate').textContent(), { timeout: 20_000 })
      .toMatch(/^[1-9]/)
    expect(await page.locator('#delay').textContent()).toMatch(/^\d+ ms$/)
    expect(await page.getByRole('row', { name: /^knee \d+/ }).count()).toBe(1)
    const picture = process.env['BECKON_DEMO_PICTURE']
    if (picture !== undefined) await page.screenshot({ path: picture, fullPage: true })
    await page.context().close()
  }, 60_000)

  test('works where a token is wanted, when its address carries it', async () => {
    const guarded = await service.open([], 'open sesame')
    const page = await browser.newPage()
    await page.goto(`http://127.0.0.1:${guarded.port}/demo?token=open%20sesame`)
    await page.getByRole('button', { name: 'Start' }).click()
    await expect.poll(() => page.locator('#status').textContent()).toMatch(/^Connected/)
    expect(await page.evaluate(() => document.styleSheets[0]?.cssRules.length)).toBeGreaterThan(0)
    await page.close()
    await guarded.close()
  })

  test('says so when the camera is refused, and lets people try again', async () => {
    const page = await open()
    await page.evaluate(() => {
      navigator.mediaDevices.getUserMedia = () => Promise.reject(new Error('not allowed'))
    })
    await page.getByRole('button', { name: 'Start' }).click()
    await expect
      .poll(() => page.getByRole('status').textContent())
      .toContain('cannot be used: not allowed')
    expect(await page.getByRole('button', { name: 'Start' }).isEnabled()).toBe(true)
    await page.context().close()
  }, 60_000)

  test.each(['light', 'dark'] as const)(
    'keeps to the rules of accessibility, %s',
    async (scheme) => {
      const page = await open(scheme)
      const { violations } = await new AxeBuilder({ page }).analyze()
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target)])).toEqual([])
      await page.context().close()
    },
    60_000,
  )
})
