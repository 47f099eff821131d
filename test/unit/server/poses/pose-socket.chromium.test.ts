import { existsSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { join } from 'node:path'
import { chromium, type Browser, type Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ANNA, drawPeople } from '../../../support/drawn-people.ts'
import { openLetterService, type LetterService } from '../../../support/letter-service.ts'

/*
 * Live poses as any page meets them: socket.io-client as its makers build it for browsers, in a real one, on a page of its
 * own that knows nothing of the service.
 */
const executablePath = process.env['BECKON_CHROMIUM'] ?? '/usr/bin/chromium'
const hasChromium = existsSync(executablePath)
const CLIENT = join(
  import.meta.dirname,
  '../../../../node_modules/socket.io-client/dist/socket.io.min.js',
)

describe.skipIf(!hasChromium)(
  `live poses in a browser (${hasChromium ? 'found' : 'no Chromium'})`,
  () => {
    let service: LetterService
    let browser: Browser
    let pages: Server
    let pagePort = 0
    let anna = ''

    beforeAll(async () => {
      service = await openLetterService()
      anna = (await drawPeople(ANNA)).toString('base64')
      pages = createServer((_request, response) => {
        response.setHeader('content-type', 'text/html')
        response.end('<!doctype html><title>Somebody else’s page</title>')
      })
      await new Promise<void>((resolve) => pages.listen(0, '127.0.0.1', resolve))
      const address = pages.address()
      pagePort = typeof address === 'object' && address !== null ? address.port : 0
      browser = await chromium.launch({
        executablePath,
        args: ['--no-sandbox', '--host-resolver-rules=MAP pages.example 127.0.0.1'],
      })
    }, 60_000)
    afterAll(async () => {
      await browser.close()
      pages.close()
      await service.close()
    })

    /** A page that is connected to the service, or was refused; `auth` is what it asks for. */
    async function open(auth: object = {}, host = '127.0.0.1', port = service.port): Promise<Page> {
      const page = await browser.newPage()
      await page.goto(`http://${host}:${pagePort}/`)
      await page.addScriptTag({ path: CLIENT })
      await page.evaluate(
        `(() => {
          window.heard = []
          window.socket = io('http://127.0.0.1:${port}', { auth: ${JSON.stringify(auth)} })
          for (const event of ['ready', 'pose_result', 'pose_error', 'connect_error', 'disconnect'])
            socket.on(event, (said) => heard.push({ event, said: said instanceof Error ? said.message : said }))
          window.bytes = Uint8Array.from(atob('${anna}'), (one) => one.codePointAt(0)).buffer
        })()`,
      )
      return page
    }
    interface Heard {
      readonly event: string
      readonly said: Record<string, unknown>
    }
    const heard = (page: Page, event: string): Promise<readonly Heard[]> =>
      page.evaluate<Heard[]>(`heard.filter((one) => one.event === '${event}')`)
    const once = async (page: Page, event: string, count = 1): Promise<readonly Heard[]> => {
      await expect
        .poll(async () => (await heard(page, event)).length, { timeout: 30_000 })
        .toBeGreaterThanOrEqual(count)
      return heard(page, event)
    }

    test('frames as bytes and as base64 are answered with body, angles and timings', async () => {
      const page = await open()
      await once(page, 'ready')
      await page.evaluate(`socket.emit('frame', { image: bytes, timestamp: 0, sequence: 1 })`)
      await once(page, 'pose_result')
      await page.evaluate(`socket.emit('frame', { image: '${anna}', timestamp: 40, sequence: 2 })`)
      const results = await once(page, 'pose_result', 2)
      expect(results.map(({ said }) => said['sequence'])).toEqual([1, 2])
      for (const { said } of results) {
        expect(said).toMatchObject({ dropped: 0, people: [{ track_id: 1 }] })
        expect(Object.keys(said)).toEqual(
          expect.arrayContaining(['body', 'hands', 'angles3d', 'coords3d', 'timings']),
        )
      }
      await page.close()
    })

    test('a burst is answered with the newest, in order, and every frame is accounted for', async () => {
      const page = await open({ hands: false })
      await once(page, 'ready')
      await page.evaluate(`(() => {
        for (let sequence = 0; sequence < 60; sequence++)
          socket.emit('frame', { image: bytes, timestamp: 16 * sequence, sequence })
      })()`)
      await expect
        .poll(async () => (await heard(page, 'pose_result')).at(-1)?.said['sequence'], {
          timeout: 30_000,
        })
        .toBe(59)
      const results = await heard(page, 'pose_result')
      const numbers = results.map(({ said }) => Number(said['sequence']))
      expect(numbers).toEqual(numbers.toSorted((a, b) => a - b))
      expect(results.length + Number(results.at(-1)?.said['dropped'])).toBe(60)
      expect(results.length).toBeLessThan(60)
      await page.close()
    })

    test('what is no frame is told, and the connection goes on', async () => {
      const page = await open()
      await once(page, 'ready')
      await page.evaluate(`socket.emit('frame', { image: 'no picture', sequence: 1 })`)
      const [error] = await once(page, 'pose_error')
      expect(error?.said).toMatchObject({ error: expect.any(String) })
      await page.evaluate(`socket.emit('frame', { image: bytes, sequence: 2 })`)
      await once(page, 'pose_result')
      await page.close()
    })

    test('a page comes back by itself when the service was started anew', async () => {
      const first = await service.open(['--port', '0'])
      const { port } = first
      const page = await open({}, '127.0.0.1', port)
      await once(page, 'ready')
      await first.close()
      await once(page, 'disconnect')
      const second = await service.open(['--port', String(port)])
      await once(page, 'ready', 2)
      await page.evaluate(`socket.emit('frame', { image: bytes, sequence: 1 })`)
      await once(page, 'pose_result')
      await page.close()
      await second.close()
    })

    test('pages from elsewhere, and jobOptions that there are not, are refused', async () => {
      const stranger = await open({}, 'pages.example')
      await once(stranger, 'connect_error')
      expect(await heard(stranger, 'ready')).toEqual([])
      await stranger.close()
      const wishing = await open({ people: 99 })
      await once(wishing, 'connect_error')
      expect(await heard(wishing, 'ready')).toEqual([])
      await wishing.close()
    })
  },
)
