// The peer of the latency bench: the hand-mouse program that one would write in an afternoon, in about 60 lines.
// tasks-vision on the page's main thread, a plain WebSocket, nut-js; no filter, no worker, no token.
import { mouse, Point, screen } from '@nut-tree-fork/nut-js'
import { createReadStream } from 'node:fs'
import { createServer } from 'node:http'
import { resolve } from 'node:path'
import { WebSocketServer } from 'ws'

const FILES = {
  '/': ['bench/latency/plain/page.html', 'text/html'],
  '/vision.mjs': ['node_modules/@mediapipe/tasks-vision/vision_bundle.mjs', 'text/javascript'],
  '/hand.task': ['resources/models/hand_landmarker_full.task', 'application/octet-stream'],
}
const WASM = 'node_modules/@mediapipe/tasks-vision/wasm'

mouse.config.autoDelayMs = 0
const width = await screen.width()
const height = await screen.height()

const server = createServer((request, response) => {
  const path = request.url ?? '/'
  const [file, type] = path.startsWith('/wasm/')
    ? [`${WASM}/${path.slice(6)}`, path.endsWith('.js') ? 'text/javascript' : 'application/wasm']
    : (FILES[path] ?? [undefined, 'text/plain'])
  if (file === undefined) return response.writeHead(404).end()
  response.writeHead(200, { 'content-type': type })
  return createReadStream(resolve(file)).pipe(response)
})

new WebSocketServer({ server, path: '/ws' }).on('connection', (socket) => {
  socket.on('message', async (data) => {
    const frame = JSON.parse(String(data))
    const receivedMs = performance.timeOrigin + performance.now()
    await mouse.setPosition(new Point((1 - frame.x) * width, frame.y * height))
    const movedMs = performance.timeOrigin + performance.now()
    const { capturedAtMs, startedMs, detectedMs } = frame
    console.log(
      JSON.stringify({
        latencyMs: movedMs - capturedAtMs,
        waitMs: startedMs - capturedAtMs,
        trackingMs: detectedMs - startedMs,
        boundaryMs: receivedMs - detectedMs,
        outputMs: movedMs - receivedMs,
      }),
    )
  })
})
server.listen(0, '127.0.0.1', () => {
  console.log(JSON.stringify({ url: `http://127.0.0.1:${server.address().port}/` }))
})
