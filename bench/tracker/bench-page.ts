import { spawn } from 'node:child_process'
import { createReadStream, existsSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { basename, join } from 'node:path'
import { chromium } from 'playwright'
import { createServer, type Plugin } from 'vite'
import { developmentModels, mediapipeWasm } from '../../scripts/vite-mediapipe-wasm.mjs'
import type { BenchAnswer, BenchCommand } from './commands.ts'

const ROOT = join(import.meta.dirname, '..', '..')

/** A headless Chromium with the bench's page, and the server that it gets code and frames from. */
export interface BenchPage {
  readonly origin: string
  readonly browserPid: number
  /** Makes what ffmpeg decodes readable for the page, as raw bytes. */
  offer(ffmpegArgs: readonly string[]): string
  tell<Kind extends BenchAnswer['kind']>(
    command: BenchCommand,
    answer: Kind,
  ): Promise<Extract<BenchAnswer, { kind: Kind }>>
  close(): Promise<void>
}

export async function openBenchPage(page: 'page' | 'legacy'): Promise<BenchPage> {
  const offered: (readonly string[])[] = []
  const server = await createServer({
    configFile: false,
    root: ROOT,
    logLevel: 'error',
    cacheDir: join(ROOT, '.beckon/cache/vite-bench'),
    // Packages may be linked from elsewhere.
    server: { port: 0, host: '127.0.0.1', hmr: false, watch: null, fs: { strict: false } },
    optimizeDeps: { include: ['@mediapipe/tasks-vision', 'zod'], entries: [] },
    plugins: [mediapipeWasm(), developmentModels(), offeredFrames(offered), legacyHands()],
  })
  await server.listen()
  const address = server.httpServer?.address()
  if (typeof address !== 'object' || !address) throw new Error('openBenchPage: no port')
  const origin = `http://127.0.0.1:${address.port}`
  const browser = await startBrowser()
  const opened = await browser.newPage()
  opened.on('pageerror', (error) => console.error(`Bench page: ${error.message}`))
  await opened.goto(`${origin}/bench/tracker/${page}.html`)
  await opened.waitForFunction('window.isReady === true')
  return {
    origin,
    browserPid: browser.pid,
    offer: (args) => `/offered/${offered.push(args) - 1}`,
    tell: async (command, kind) => {
      const answer: unknown = await opened.evaluate(`tell(${JSON.stringify(command)})`)
      return asAnswer(answer, kind)
    },
    close: async () => {
      await browser.close()
      await server.close()
    },
  }
}

/** A plugin, since what it answers must come before the server's own answers. */
function offeredFrames(offered: readonly (readonly string[])[]): Plugin {
  return {
    name: 'offered-frames',
    configureServer: ({ middlewares }) => {
      middlewares.use('/offered', (request: IncomingMessage, response: ServerResponse) => {
        const args = offered[Number((request.url ?? '').slice(1))]
        if (args === undefined) return void response.writeHead(404).end()
        spawn('ffmpeg', args, { stdio: ['ignore', 'pipe', 'inherit'] }).stdout.pipe(response)
      })
    },
  }
}

const LEGACY = join(ROOT, 'node_modules/@mediapipe/hands')

/** The old package's files as they are: it loads scripts and data by address. */
function legacyHands(): Plugin {
  return {
    name: 'legacy-hands',
    configureServer: ({ middlewares }) => {
      middlewares.use('/legacy', (request: IncomingMessage, response: ServerResponse) => {
        const name = basename((request.url ?? '').split('?')[0] ?? '')
        const type = name.endsWith('.js') ? 'text/javascript' : 'application/octet-stream'
        response.setHeader('content-type', name.endsWith('.wasm') ? 'application/wasm' : type)
        createReadStream(join(LEGACY, name))
          .on('error', () => response.writeHead(404).end())
          .pipe(response)
      })
    },
  }
}

async function startBrowser() {
  const executablePath = process.env['BECKON_CHROMIUM'] ?? '/usr/bin/chromium'
  if (!existsSync(executablePath)) {
    throw new Error(`openBenchPage: no browser at ${executablePath}; set BECKON_CHROMIUM`)
  }
  const server = await chromium.launchServer({
    executablePath,
    args: ['--no-sandbox', '--enable-unsafe-swiftshader'],
  })
  const browser = await chromium.connect(server.wsEndpoint())
  return {
    pid: server.process().pid ?? 0,
    newPage: () => browser.newPage(),
    close: async () => {
      await browser.close()
      await server.close()
    },
  }
}

function asAnswer<Kind extends BenchAnswer['kind']>(
  value: unknown,
  kind: Kind,
): Extract<BenchAnswer, { kind: Kind }> {
  const answer = value as BenchAnswer
  if (answer.kind !== kind) throw new Error(`bench page: expected ${kind}, got ${answer.kind}`)
  return answer as Extract<BenchAnswer, { kind: Kind }>
}
