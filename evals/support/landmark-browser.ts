import { existsSync } from 'node:fs'
import { chromium } from 'playwright'
import { startLandmarkServer, type Served } from './landmark-server.ts'

export interface LandmarkBrowser {
  /** Calls one of the page's functions with addresses of what is offered to it. */
  run(
    name: 'landmarksOfImages' | 'landmarksOfFrames' | 'bodiesOfVideo',
    served: readonly Served[],
    options: object,
  ): Promise<unknown>
  close(): Promise<void>
}

/** A headless Chromium with an extraction page open. `BECKON_CHROMIUM` names another browser than Debian's. */
export async function openLandmarkBrowser(
  pageFile: 'landmark-page.html' | 'pose-page.html' = 'landmark-page.html',
): Promise<LandmarkBrowser> {
  const executablePath = process.env['BECKON_CHROMIUM'] ?? '/usr/bin/chromium'
  if (!existsSync(executablePath)) {
    throw new Error(`openLandmarkBrowser: no browser at ${executablePath}; set BECKON_CHROMIUM`)
  }
  const server = await startLandmarkServer()
  const browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--enable-unsafe-swiftshader'],
  })
  const page = await browser.newPage()
  page.on('pageerror', (error) => console.error(`Landmark page: ${error.message}`))
  await page.goto(`${server.url}/page/${pageFile}`)
  await page.waitForFunction('window.isReady === true')
  return {
    run(name, served, options) {
      const urls = served.map((thing) => server.offer(thing))
      const argument = name === 'landmarksOfFrames' ? urls[0] : urls
      return page.evaluate(`${name}(${JSON.stringify(argument)}, ${JSON.stringify(options)})`)
    },
    async close() {
      await browser.close()
      await server.close()
    },
  }
}
