import { spawn, spawnSync, type ChildProcess, type ChildProcessByStdio } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { afterEach, describe, expect, test } from 'vitest'
import { hasProgram } from './places.mjs'

const moduleUrl = (name: string): string => new URL(name, import.meta.url).href

/** A test that fails must leave neither program nor display behind. */
const started: (ChildProcess & { said: () => string })[] = []
afterEach(() => {
  for (const child of started.splice(0)) {
    child.kill('SIGKILL')
    const displayPid = Number(child.said())
    if (displayPid > 0 && isRunning(child)) process.kill(displayPid)
  }
})

function runProgram(program: string): ChildProcess & { said: () => string } {
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { PATH: process.env['PATH'] },
  })
  return remembered(child)
}

function remembered(
  child: ChildProcessByStdio<null, Readable, null>,
): ChildProcess & { said: () => string } {
  let text = ''
  child.stdout.on('data', (chunk: Buffer) => (text += chunk.toString()))
  const run = Object.assign(child, { said: () => text })
  started.push(run)
  return run
}
const ended = (child: ChildProcess): Promise<number | null> =>
  new Promise((resolve) => child.once('close', resolve))
const until = async (isSo: () => boolean): Promise<void> => {
  await expect.poll(isSo, { timeout: 10_000 }).toBe(true)
}

const inner = `process.on('SIGTERM', () => { console.log('asked to end'); process.exit(7) }); console.log('up'); setInterval(() => {}, 1000)`
const appProgram = `
  import { runApp } from ${JSON.stringify(moduleUrl('./run.mjs'))}
  process.exitCode = await runApp(process.execPath, ['-e', ${JSON.stringify(inner)}])`

test("passes a signal on to the app and ends with the app's own code", async () => {
  const outer = runProgram(appProgram)
  await until(() => outer.said().includes('up'))
  outer.kill('SIGTERM')
  expect(await ended(outer)).toBe(7)
  expect(outer.said()).toContain('asked to end')
})

describe('whoever loses its parent', () => {
  const noNpm = process.platform === 'win32' || !hasProgram('npm')
  const folders: string[] = []
  afterEach(() => {
    for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
  })

  /** `npm run app` in a project of our own whose script runs the app as `npm start` does. */
  function runByNpm(): ChildProcess & { said: () => string } {
    const folder = mkdtempSync(join(tmpdir(), 'beckon-npm-'))
    folders.push(folder)
    writeFileSync(join(folder, 'app.mjs'), appProgram)
    const scripts = { app: `"${process.execPath}" app.mjs` }
    writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'x', scripts }))
    return remembered(
      spawn('npm', ['run', '--silent', '--no-update-notifier', 'app'], {
        cwd: folder,
        stdio: ['ignore', 'pipe', 'inherit'],
        env: { PATH: process.env['PATH'], HOME: folder },
      }),
    )
  }

  // SIGINT to npm alone does not end npm itself.
  test.skipIf(noNpm).each(['SIGTERM', 'SIGKILL'] as const)(
    'ends when npm, which started it, is ended by %s (skipped without npm)',
    async (signal) => {
      const npm = runByNpm()
      await until(() => npm.said().includes('up'))
      npm.kill(signal)
      await until(() => npm.said().includes('asked to end'))
    },
  )

  const orphan = `
    import { endWithStarter } from ${JSON.stringify(moduleUrl('../../src/node/end-with-starter.ts'))}
    process.on('SIGTERM', () => { console.log('asked to end'); process.exit(7) })
    endWithStarter(); console.log('up'); setInterval(() => {}, 1000)`

  test('ends when the script that ran it was killed', async () => {
    const args = ['--input-type=module', '-e', orphan]
    const outer = runProgram(`
      import { runApp } from ${JSON.stringify(moduleUrl('./run.mjs'))}
      await runApp(process.execPath, ${JSON.stringify(args)})`)
    await until(() => outer.said().includes('up'))
    outer.kill('SIGKILL')
    await until(() => outer.said().includes('asked to end'))
  })

  test('goes on when somebody started it in the background and left', async () => {
    const watching = `
      import { whenNpmEnds } from ${JSON.stringify(moduleUrl('./starter.mjs'))}
      let calls = 0
      whenNpmEnds(() => console.log('ended'), { env: {}, chain: () => [(calls += 1)] })
      setTimeout(() => console.log('still there'), 1200)`
    const program = runProgram(watching)
    await ended(program)
    expect(program.said()).toBe('still there\n')
  })
})

test('says 127 for a program that is not there', () => {
  const program = `
    import { runApp } from ${JSON.stringify(moduleUrl('./run.mjs'))}
    process.exitCode = await runApp('no-such-program-anywhere', [])`
  expect(spawnSync(process.execPath, ['--input-type=module', '-e', program]).status).toBe(127)
})

/** Prints the process id of the display's server, the program's only child. */
const displayProgram = (after: string): string => `
  import { readFileSync } from 'node:fs'
  import { openDisplay } from ${JSON.stringify(moduleUrl('./display.mjs'))}
  const display = await openDisplay()
  console.log(readFileSync('/proc/self/task/' + process.pid + '/children', 'utf8').trim())
  ${after}`
const isRunning = (child: { said: () => string }): boolean =>
  existsSync(`/proc/${child.said().trim()}`)
const noXvfb = process.platform !== 'linux' || !hasProgram('Xvfb')

test.skipIf(noXvfb)('a virtual display ends with the app (skipped without Xvfb)', async () => {
  const child = runProgram(displayProgram('display.close()'))
  await ended(child)
  expect(child.said()).toMatch(/^\d+\n$/)
  await until(() => !isRunning(child))
})

const isRoot = process.getuid?.() === 0
test.skipIf(noXvfb || !isRoot || !hasProgram('xprop'))(
  'a virtual display is closed to other users (skipped when not root, or without Xvfb or xprop)',
  async () => {
    const after = `console.log(JSON.stringify(display.env)); setInterval(() => {}, 1000)`
    const child = runProgram(displayProgram(after))
    await until(() => child.said().includes('}'))
    const env = JSON.parse(/{.*}/.exec(child.said())?.[0] ?? '') as Record<string, string>
    const look = (as: object) =>
      spawnSync('xprop', ['-root'], { env: { PATH: process.env['PATH'], ...env }, ...as }).status
    expect(look({})).toBe(0)
    expect(look({ uid: 65534, gid: 65534 })).not.toBe(0)
    child.kill('SIGTERM')
    await ended(child)
  },
)

const noSetpriv = noXvfb || !hasProgram('setpriv')
test.skipIf(noSetpriv)(
  'a virtual display ends even when its owner is killed (skipped without Xvfb or setpriv)',
  async () => {
    const child = runProgram(displayProgram('setInterval(() => {}, 1000)'))
    await until(() => child.said().includes('\n'))
    expect(isRunning(child)).toBe(true)
    child.kill('SIGKILL')
    await until(() => !isRunning(child))
  },
)
