import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { spawn, type ChildProcess } from 'node:child_process'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'

let folder = ''
let running: ChildProcess | undefined
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'beckon-develop-'))
  mkdirSync(join(folder, 'src'))
  change('one')
})
afterEach(() => {
  running?.kill('SIGKILL')
  rmSync(folder, { recursive: true, maxRetries: 5 })
})

function change(text: string): void {
  writeFileSync(join(folder, 'src', 'a.txt'), text)
}

/** Runs a program that says what it read, under `develop`; what was said so far comes with it. */
function develop(then: string): ChildProcess & { said: () => string } {
  const source = JSON.stringify(join(folder, 'src', 'a.txt'))
  const app = `
    const text = require('node:fs').readFileSync(${source}, 'utf8')
    console.log(text)
    process.on('SIGTERM', () => process.exit(7))
    ${then}`
  const child = spawn(
    process.execPath,
    [
      '--input-type=module',
      '-e',
      `import { readFileSync } from 'node:fs'
      import { develop } from ${JSON.stringify(new URL('./develop.mjs', import.meta.url).href)}
      process.exitCode = await develop({
        program: process.execPath,
        args: ['-e', ${JSON.stringify(app)}],
        folders: [${JSON.stringify(join(folder, 'src'))}],
        hash: () => readFileSync(${source}, 'utf8'),
      })`,
    ],
    { stdio: ['ignore', 'pipe', 'ignore'] },
  )
  running = child
  let said = ''
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()))
  return Object.assign(child, { said: () => said })
}
const stays = 'setInterval(() => {}, 1000)'
const ended = (child: ChildProcess): Promise<number | null> =>
  new Promise((resolve) => child.once('close', resolve))
const untilSaid = (child: { said: () => string }, text: string): Promise<void> =>
  expect.poll(child.said, { timeout: 10_000 }).toBe(text)

test('starts the program anew when a source has changed, and ends with it', async () => {
  const child = develop(stays)
  await untilSaid(child, 'one\n')
  change('two')
  await untilSaid(child, 'one\ntwo\n')
  const end = ended(child)
  child.kill('SIGTERM')
  expect(await end).toBe(7)
})

test('waits for the next change after a failure, and ends when all was well', async () => {
  const child = develop(`process.exit(text === 'good' ? 0 : 1)`)
  await untilSaid(child, 'one\n')
  const end = ended(child)
  change('good')
  expect(await end).toBe(0)
  expect(child.said()).toBe('one\ngood\n')
})
