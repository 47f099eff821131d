import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { after, before, test } from 'node:test'
import type { Browser, Page } from 'playwright'
import { freePort } from '../../src/node/free-port.ts'
import { until } from '../support/until.ts'
import { missingPrograms, startX, type XDisplay } from '../support/x11.ts'
import { debugFlags, openAppPage } from '../support/e2e/app-page.ts'
import { startBeckon, type Beckon } from '../support/e2e/beckon.ts'
import { HandInControl } from '../support/e2e/hand-in-control.ts'
import { choose, press, tabTo } from '../support/e2e/keyboard.ts'

/*
 * The first five minutes with Beckon, on a clean profile. The setup is gone through by gestures alone: this test leads the demo
 * hand and reads the window, and the pointer on it is moved and pressed by the app. What follows is done by keyboard alone.
 */
const missing = missingPrograms('Xvfb', 'chromium')
const skip = missing.length > 0 && `needs ${missing.join(', ')}`
let display: XDisplay
let beckon: Beckon
let browser: Browser
let page: Page

before(async () => {
  if (skip) return
  display = await startX()
  const port = await freePort()
  beckon = await startBeckon({
    host: 'chromium',
    args: ['--camera', 'demo:led'],
    env: {
      DISPLAY: display.name,
      LANG: 'C.UTF-8',
      BECKON_CHROMIUM_FLAGS: debugFlags(port).join(' '),
    },
  })
  ;({ browser, page } = await openAppPage(port))
})
after(async () => {
  await browser?.close()
  await beckon?.close()
  await display?.close()
})

const text = (): Promise<string> => page.evaluate<string>('document.body.innerText')
const says = (words: string) => async (): Promise<boolean> => (await text()).includes(words)
const step = (): Promise<string> =>
  page.evaluate<string>(`document.querySelector('[aria-current=step]')?.innerText ?? ''`)
const isPast = (name: string) => async (): Promise<boolean> => !(await step()).includes(name)

test('the setup, by gestures alone', { skip }, async () => {
  const hand = new HandInControl(page, beckon)
  await until('the pointing step', says('over the three dots'), 120_000)
  await until('the hand to be led', async () => {
    await hand.show({ pose: 'pinch-index-open' })
    return true
  })
  for (const dot of [1, 2, 3]) {
    const isReached = `document.querySelector('.field button:nth-child(${dot})')?.ariaPressed`
    await hand.pointAt(
      `.field button:nth-child(${dot})`,
      async () => (await page.evaluate(isReached)) === 'true' || (await isPast('Point')()),
    )
  }
  await until('the clicking step', says('Click the button by a pinch'), 30_000)
  await hand.click('.target', async () => !(await says('Click me')()))
  await hand.click('.target', isPast('Click'))
  await until('the choices', says('What suits you'), 30_000)
  await hand.click('.setup footer .primary', says('That is all'))
  await hand.click('.setup footer .primary', async () => (await hash()) === '#/live')
  assert.equal(JSON.parse(readFileSync(`${beckon.home}/settings.json`, 'utf8')).setupStep, 'done')
  await hand.show({ isAway: true })
})

const hash = (): Promise<string> => page.evaluate<string>('location.hash')
const projectNames = (): Promise<string[]> =>
  page.evaluate<string[]>(
    `[...document.querySelectorAll('main li.card h2')].map((one) => one.firstChild.data.trim())`,
  )

test('a project with three gestures, by keyboard alone', { skip }, async () => {
  await page.bringToFront()
  await press(page, /^Projects$/)
  await until('the projects', says('New project'))
  await press(page, /^New project$/)
  await until('the editor', says('No gesture does anything here yet.'))
  await tabTo(page, /^Name/)
  await page.keyboard.press('Control+A')
  await page.keyboard.type('By keyboard')
  for (const [count, action] of ['Type', 'Mute', 'Pause'].entries()) {
    await press(page, /^Add a gesture$/)
    await until('the new card', async () => (await openCards()) === 1)
    await choose(page, /^Does/, action)
    await press(page, /^Done$/)
    await until('the card to close', async () => (await openCards()) === 0)
    assert.equal(await cards(), count + 1)
  }
  await until('the change to be kept', says('Saved'))
  await press(page, /^All projects$/)
  await until('the list', async () => (await projectNames()).includes('By keyboard'))
})
const cards = (): Promise<number> =>
  page.evaluate<number>(`document.querySelectorAll('main .summary').length`)
const openCards = (): Promise<number> =>
  page.evaluate<number>(`document.querySelectorAll('main .summary[aria-expanded=true]').length`)

test('it is exported, deleted, brought back, and imported', { skip }, async () => {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    press(page, /^Export: By keyboard$/),
  ])
  assert.equal(download.suggestedFilename(), 'my-project.json')
  const exported = readFileSync(await download.path(), 'utf8')
  const { bindings } = JSON.parse(exported) as { bindings: { action: { kind: string } }[] }
  assert.deepEqual(
    bindings.map(({ action }) => action.kind),
    ['key.text', 'volume.mute', 'mode'],
  )

  await press(page, /^Delete: By keyboard$/)
  await until('it to be gone', async () => !(await projectNames()).includes('By keyboard'))
  await press(page, /^Undo$/)
  await until('it to be back', async () => (await projectNames()).includes('By keyboard'))
  await press(page, /^Delete: By keyboard$/)
  await until('it to be gone again', async () => !(await projectNames()).includes('By keyboard'))

  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), press(page, /^Import$/)])
  const buffer = Buffer.from(exported)
  await chooser.setFiles({ name: 'by-keyboard.json', mimeType: 'application/json', buffer })
  await until('the import', says('“By keyboard” was imported.'))
  assert.ok((await projectNames()).includes('By keyboard'))
})
