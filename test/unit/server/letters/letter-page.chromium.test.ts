import { existsSync } from 'node:fs'
import { chromium, type Browser, type Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  HAND_JPEG,
  openLetterService,
  type LetterService,
} from '../../../support/letter-service.ts'

const executablePath = process.env['BECKON_CHROMIUM'] ?? '/usr/bin/chromium'
const hasChromium = existsSync(executablePath)

describe.skipIf(!hasChromium)(
  `the letter service and a page (${hasChromium ? 'found' : 'no Chromium'})`,
  () => {
    let service: LetterService
    let browser: Browser

    beforeAll(async () => {
      service = await openLetterService()
      browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
    }, 60_000)
    afterAll(async () => {
      await browser.close()
      await service.close()
    })

    /** What a page hears that says these things, one after another, until it has heard `count` answers. */
    const hears = (
      page: Page,
      said: readonly (object | string)[],
      count: number,
    ): Promise<string[]> =>
      page.evaluate(
        async ({ url, texts, wanted }) => {
          const socket = new WebSocket(url)
          const heard: string[] = []
          await new Promise((resolve, reject) => {
            socket.onopen = resolve
            socket.onerror = () => reject(new Error('the page may not connect'))
          })
          const done = new Promise<void>((resolve) => {
            socket.onmessage = ({ data }) => {
              heard.push(String(data))
              if (heard.length === wanted) resolve()
            }
          })
          for (const text of texts) socket.send(text)
          await done
          socket.close()
          return heard
        },
        { url: service.url, texts: said.map(asText), wanted: count },
      )

    const asText = (one: object | string): string =>
      typeof one === 'string' ? one : JSON.stringify(one)

    const frame = (newLetter: string | null) => ({
      jpeg_blob: HAND_JPEG.toString('base64'),
      new_letter: newLetter,
    })

    test('a page of this machine is answered as any client', async () => {
      const page = await browser.newPage()
      await page.goto(`http://127.0.0.1:${service.port}/health`)
      const [reset, answer, fault] = await hears(page, [frame('C'), { new_letter: null }], 3)
      const texts = [reset, answer, fault].toSorted()
      expect(reset).toBe('{"maxarg_letter": "A", "target_arg_prob": 0.0}')
      expect(texts.some((text) => text?.includes('"error"'))).toBe(true)
      expect(texts.some((text) => /"maxarg_letter":"[A-Z]"/.test(text ?? ''))).toBe(true)
    }, 30_000)

    test('a page hears what is wrong with each thing that it says, and is answered after all', async () => {
      const page = await browser.newPage()
      await page.goto(`http://127.0.0.1:${service.port}/health`)
      const wrong = [
        '{"jpeg_blob": ',
        { jpeg_blob: '%%%', new_letter: null },
        { jpeg_blob: Buffer.from('GIF89a').toString('base64'), new_letter: null },
        { new_letter: 'B' },
        { jpeg_blob: 'AAAA', new_letter: 'Ä' },
      ]
      const heard = await hears(page, [...wrong, frame(null)], wrong.length + 1)
      expect(heard.map((text) => Object.keys(JSON.parse(text)))).toEqual([
        ...wrong.map(() => ['error']),
        ['maxarg_letter', 'target_arg_prob'],
      ])
    }, 30_000)

    test('a page from elsewhere is not', async () => {
      const page = await browser.newPage()
      await page.route('http://elsewhere.example/', (route) => route.fulfill({ body: 'a page' }))
      await page.goto('http://elsewhere.example/')
      await expect(hears(page, [frame(null)], 1)).rejects.toThrow('may not connect')
    }, 30_000)
  },
)
