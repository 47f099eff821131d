import { mkdtemp, rm } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Browser, type Page } from 'playwright'
import { build } from 'vite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ShownAction } from '../../../../src/contract/channels/app-state.ts'
import { ok } from '../../../../src/contract/boundary/result.ts'
import { inEnglish } from '../../../../src/core/sentence/sentence.ts'
import {
  startLoopbackServer,
  type LoopbackServer,
} from '../../../../src/main/system/ipc/loopback-server.ts'
import { until } from '../../../support/until.ts'

const executablePath = process.env['BECKON_CHROMIUM'] ?? '/usr/bin/chromium'
const hasChromium = existsSync(executablePath)

describe.skipIf(!hasChromium)(
  `the page in a real browser (${hasChromium ? 'found' : 'no Chromium'})`,
  () => {
    let folder: string
    let server: LoopbackServer
    let browser: Browser

    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), 'beckon-page-'))
      await build({
        root: join(import.meta.dirname, '../../../support/link-page'),
        logLevel: 'silent',
        configFile: false,
        build: { outDir: folder, emptyOutDir: true, modulePreload: false },
      })
      const started = await startLoopbackServer({ folders: { '/': folder } })
      if (!started.ok) throw new Error(inEnglish(started.problem.message))
      server = started.value
      browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
    }, 60_000)
    afterAll(async () => {
      await browser.close()
      await server.close()
      await rm(folder, { recursive: true })
    })

    const shown = (page: Page, name: string): Promise<unknown> =>
      page.evaluate((key) => {
        const text = document.body.dataset[key]
        return text === undefined ? undefined : JSON.parse(text)
      }, name)
    const open = async (url: string): Promise<{ page: Page; errors: string[] }> => {
      const page = await browser.newPage()
      await page.addInitScript(rememberSockets)
      const errors: string[] = []
      page.on('console', (message) => message.type() === 'error' && errors.push(message.text()))
      page.on('pageerror', (error) => errors.push(error.message))
      await page.goto(url)
      // Where it is led to, from the address that it was given.
      await page.waitForURL(({ pathname }) => pathname === '/')
      return { page, errors }
    }

    it('connects with the token, hides it, is heard and hears', async () => {
      const heard: string[] = []
      const stop = server.end.on('cameras', ([label = '']) => heard.push(label))
      const { page, errors } = await open(server.pageUrl())
      await until('the page to connect', () => shown(page, 'connected'))
      expect(page.url()).not.toContain('token')
      server.end.send('action', action('click left'))
      expect(await until('the page to hear', () => shown(page, 'heard'))).toEqual(['click left'])
      server.end.handle('switchProject', () => ok({}))
      await page.evaluate('document.dispatchEvent(new Event("click"))')
      expect(await until('the answer', () => shown(page, 'answer'))).toEqual(ok({}))
      expect(heard).toHaveLength(1)
      expect(errors).toEqual([])
      stop()
      await page.close()
    })

    it('comes back after a reload, as a newcomer who is told how things are, and not what was', async () => {
      const { page } = await open(server.pageUrl())
      await until('the page to connect', () => shown(page, 'connected'))
      server.end.publish('projects', [{ id: 'desktop', name: 'Desktop' }])
      server.end.send('action', action('click left'))
      await until('the page to hear', () => shown(page, 'heard'))
      await page.reload()
      const told = await until('the page to be told', () => shown(page, 'projects'))
      expect([told, await shown(page, 'heard')]).toEqual([['desktop'], undefined])
      await page.close()
    })

    it('comes back after a broken connection, and no edge is lost', async () => {
      const { page } = await open(server.pageUrl())
      await until('the page to connect', () => shown(page, 'connected'))
      const context = page.context()
      for (let round = 0; round < 3; round += 1) {
        server.end.send('action', action(`before-${round}`))
        await breakConnection(page)
        server.end.send('action', action(`after-${round}`))
      }
      const expected = [0, 1, 2].flatMap((round) => [`before-${round}`, `after-${round}`])
      await until('everything to be heard', async () => {
        const heard = await shown(page, 'heard')
        return Array.isArray(heard) && heard.length >= expected.length
      })
      expect(await shown(page, 'heard')).toEqual(expected)
      await context.close()
    })

    it('is not let in without a token', async () => {
      const { page } = await open(`http://127.0.0.1:${server.port}/`)
      await page.waitForEvent('console', {
        predicate: (message) => /WebSocket.*failed/.test(message.text()),
      })
      expect(await shown(page, 'connected')).toBeUndefined()
      await page.close()
    })
  },
)

const action = (cause: string): ShownAction => ({
  atMs: 0,
  effect: { kind: 'key.text' },
  cause,
})

/** In the page: keeps every WebSocket, so that a test can break it. */
function rememberSockets(): void {
  const all: WebSocket[] = []
  Object.assign(window, { breakSocket: () => all.at(-1)?.close(3001) })
  window.WebSocket = class extends WebSocket {
    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols)
      all.push(this)
    }
  }
}

function breakConnection(page: Page): Promise<void> {
  return page.evaluate('breakSocket()')
}
