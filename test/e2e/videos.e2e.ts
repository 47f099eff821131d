import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import type { Browser, Page } from 'playwright'
import { freePort } from '../../src/node/free-port.ts'
import { ANNA, drawPeople } from '../support/drawn-people.ts'
import { until } from '../support/until.ts'
import { missingPrograms, startX, type XDisplay } from '../support/x11.ts'
import { debugFlags, openAppPage } from '../support/e2e/app-page.ts'
import { startBeckon, type Beckon } from '../support/e2e/beckon.ts'

/*
 * Videos in the window: dropped, worked on by the real engine, looked at and kept. The app is killed in the middle of one and
 * started again on the same folder.
 */
const missing = missingPrograms('Xvfb', 'chromium', 'ffmpeg', 'ffprobe')
const skip = missing.length > 0 && `needs ${missing.join(', ')}`
const FRAMES = 20
let dir = ''
let display: XDisplay
let beckon: Beckon
let browser: Browser
let page: Page

before(async () => {
  if (skip) return
  dir = mkdtempSync(join(tmpdir(), 'beckon-e2e-videos-'))
  writeFileSync(join(dir, 'anna.jpg'), await drawPeople({ ...ANNA, x: 320 }))
  for (const [name, frames] of [
    ['walk.mp4', FRAMES],
    ['long.mp4', 600],
  ] as const) {
    const source = ['-loop', '1', '-framerate', '20', '-i', join(dir, 'anna.jpg')]
    const coding = ['-frames:v', String(frames), '-pix_fmt', 'yuv420p', '-c:v', 'libx264']
    execFileSync('ffmpeg', ['-v', 'error', ...source, ...coding, join(dir, name)])
  }
  display = await startX()
  await start()
})
after(async () => {
  await browser?.close()
  await beckon?.close()
  await display?.close()
  if (dir !== '') rmSync(dir, { recursive: true, force: true, maxRetries: 5 })
})

async function start(): Promise<void> {
  const port = await freePort()
  beckon = await startBeckon({
    host: 'chromium',
    home: join(dir, 'home'),
    args: ['--camera', 'demo', '--dry-run'],
    env: {
      DISPLAY: display.name,
      LANG: 'C.UTF-8',
      BECKON_CHROMIUM_FLAGS: debugFlags(port).join(' '),
    },
  })
  const opened = await openAppPage(port)
  browser = opened.browser
  page = opened.page
}
const says = (words: string | RegExp) => async (): Promise<boolean> => {
  const text = await page.evaluate<string>('document.body.innerText')
  return typeof words === 'string' ? text.includes(words) : words.test(text)
}
const goTo = (name: string): Promise<unknown> => page.evaluate(`location.hash = '/${name}'`)

/** As from a file manager: the page is given files and no paths. */
async function drop(name: string): Promise<void> {
  const bytes = readFileSync(join(dir, name)).toString('base64')
  await page.evaluate(
    ([base64, fileName]) => {
      const binary = Uint8Array.from(atob(base64 ?? ''), (one) => one.codePointAt(0) ?? 0)
      const dataTransfer = new DataTransfer()
      dataTransfer.items.add(new File([binary], fileName ?? ''))
      for (const type of ['dragover', 'drop']) {
        const given = { dataTransfer, bubbles: true, cancelable: true }
        document.body.dispatchEvent(new DragEvent(type, given))
      }
    },
    [bytes, name],
  )
}

test('a video that is dropped is looked at, shown frame by frame, and kept', { skip }, async () => {
  await until('the window', says(/Setup|Live/), 60_000)
  await goTo('live')
  await drop('walk.mp4')
  await until('the page', async () => (await page.evaluate('location.hash')) === '#/videos')
  await until('the video in the list', says('walk.mp4'), 30_000)
  await until('progress or the end', says(/of about 20 frames|Done · 20 frames/), 60_000)
  await until('the end', says(/Done · 20 frames/), 20_000).catch(async (e) => {
    console.log(await page.evaluate('document.body.innerText'))
    throw e
  })

  await page.getByRole('button', { name: 'Look at: walk.mp4' }).click()
  await until('the result', says('frame 1 of 20'), 30_000)
  const player = () =>
    page.evaluate<{ shown: number; atS: number; widthPx: number }>(`(() => {
      const video = document.querySelector('section video')
      return { shown: video.readyState, atS: video.currentTime, widthPx: video.videoWidth }
    })()`)
  await until('the video to be seen', async () => (await player()).shown >= 2, 30_000)
  assert.equal((await player()).widthPx, 640)
  await page.getByRole('slider').focus()
  for (let step = 0; step < 3; step++) await page.keyboard.press('ArrowRight')
  await until('the fourth frame', says('frame 4 of 20, 0.15 s'))
  assert.ok(Math.abs((await player()).atS - 0.151) < 0.001)
  assert.ok(await says(/left \d+°, right \d+°/)())

  await page.getByRole('button', { name: 'Play' }).click()
  await until('the last frame', says('frame 20 of 20'), 30_000)
})

test('what was found is kept in formats of others', { skip }, async () => {
  const kept = async (name: RegExp): Promise<{ file: string; text: string }> => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name }).click(),
    ])
    const path = await download.path()
    return { file: download.suggestedFilename(), text: readFileSync(path, 'latin1') }
  }
  const csv = await kept(/^CSV/)
  assert.equal(csv.file, 'walk.csv')
  // A line for each landmark and each angle.
  assert.equal(csv.text.trimEnd().split('\r\n').length, 1 + FRAMES * (33 + 16))
  const mot = await kept(/^MOT/)
  assert.equal(mot.file, 'walk.mot')
  assert.match(mot.text, /nRows=20\n/)
  const film = await kept(/^MP4/)
  assert.equal(film.file, 'walk-skeleton.mp4')
  assert.equal(film.text.slice(4, 8), 'ftyp')
})

test('a video goes on after the app was killed in the middle of it', { skip }, async () => {
  await drop('long.mp4')
  await until('some frames of it', says(/Being looked at · [1-9]\d* of about 600 frames/), 60_000)
  const ended = new Promise((resolve) => beckon.process.once('exit', resolve))
  beckon.process.kill('SIGKILL')
  await ended
  await beckon.close()
  await browser.close().catch(() => undefined)
  await start()
  await until('the window', says(/Setup|Live/), 60_000)
  await goTo('videos')
  await until('it to go on', says(/Being looked at · [1-9]\d* of about 600 frames/), 60_000)
  await page.getByRole('button', { name: 'Call off: long.mp4' }).click()
  await until('it to be called off', says('Called off'), 30_000)
  await page.getByRole('button', { name: 'Remove: long.mp4' }).click()
  await until('it to be gone', async () => !(await says('long.mp4')()), 30_000)
  // The list is told first: a copy without its job is swept away at the next start, a job without its copy could not run.
  const copies = (): number => readdirSync(join(dir, 'home/videos/uploads')).length
  await until('its copy to be gone, and no other', () => copies() === 1, 10_000)
  assert.ok(await says('walk.mp4')())
})
