import { mouse } from '@nut-tree-fork/nut-js'

// Run by pointer-trace.ts: prints the pointer's place whenever it has changed.
let last = ''
setInterval(() => {
  const atMs = performance.timeOrigin + performance.now()
  void mouse.getPosition().then(({ x, y }) => {
    if (last === `${x},${y}`) return
    last = `${x},${y}`
    process.stdout.write(`${JSON.stringify({ atMs, x, y })}\n`)
  })
}, 10)
