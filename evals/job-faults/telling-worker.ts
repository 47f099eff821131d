import { appendFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { PassThrough } from 'node:stream'

/**
 * Our own worker, that first writes down which job it begins: what the service says of its jobs is held against this. It
 * reads the order on the way and hands it on.
 */
// The worker's own arguments are none of these.
const [book = ''] = process.argv.splice(2)
const passed = new PassThrough()
const { stdin } = process
createInterface({ input: stdin }).once('line', (line) => {
  const request: unknown = JSON.parse(line)
  const id =
    typeof request === 'object' && request !== null && 'job_id' in request ? request.job_id : ''
  appendFileSync(book, `${String(id)}\n`)
  passed.write(`${line}\n`)
})
stdin.once('end', () => passed.end())
Object.defineProperty(process, 'stdin', { value: passed })
await import('../../src/programs/video-worker.ts')
