import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { startBeckon } from '../support/e2e/beckon.ts'

const REPO = join(import.meta.dirname, '..', '..')
const folder = mkdtempSync(join(tmpdir(), 'beckon-bad-'))
after(() => {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
})

/** Runs the built app to its end; for input that it refuses at once. */
function run(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['out/main/headless.js', ...args],
    {
      cwd: REPO,
      encoding: 'utf8',
      timeout: 30_000,
      env: { ...process.env, BECKON_HOME: join(folder, 'home'), ...env },
    },
  )
  return { status, said: stdout + stderr }
}

test('an unknown flag is named, with the flags there are', () => {
  const { status, said } = run(['--fast'])
  assert.equal(status, 2, said)
  assert.match(said, /Unknown option '--fast'[^]*--camera/)
})

test('an unknown project is named, with the projects there are', () => {
  const { status, said } = run(['--project', 'Nope', '--dry-run'])
  assert.equal(status, 1, said)
  assert.match(said, /no project "Nope"[^]*Desktop[^]*Presentation/)
})

test('a camera file that is not there, is no video or is cut short is refused by name', () => {
  const text = join(folder, 'notes.mp4')
  writeFileSync(text, 'not a video')
  for (const [file, reason] of [
    [join(folder, 'absent.mp4'), /absent\.mp4" does not exist/],
    [text, /notes\.mp4" is not a video/],
  ] as const) {
    const { status, said } = run(['--camera', file, '--dry-run'])
    assert.equal(status, 1, said)
    assert.match(said, reason)
  }
})

test('a taken port is named', async () => {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as { port: number }
  try {
    const { status, said } = run(['--port', String(port), '--dry-run'])
    assert.equal(status, 1, said)
    assert.match(said, new RegExp(`Port ${port} is taken`))
  } finally {
    server.close()
  }
})

test('a missing browser is named, with what to install', () => {
  const { status, said } = run(['--dry-run'], {
    BECKON_CHROMIUM: join(folder, 'no-browser'),
    PATH: '/nowhere',
  })
  assert.equal(status, 1, said)
  assert.match(said, /no-browser|Chrom/)
  assert.match(said, /→/)
})

test('a project file that breaks the schema is named by line, and the shipped one goes on', async () => {
  const home = join(folder, 'broken-project')
  mkdirSync(join(home, 'projects'), { recursive: true })
  writeFileSync(
    join(home, 'projects', 'desktop.json'),
    '{\n  "version": 1,\n  "id": "desktop",\n  "name": 7\n}\n',
  )
  const beckon = await startBeckon({
    host: 'headless',
    home,
    args: ['--dry-run', '--camera', 'demo', '--for', '3s'],
  })
  try {
    assert.equal(await beckon.ended(), 0, beckon.said())
    assert.match(beckon.said(), /desktop\.json[^]*line \d/)
  } finally {
    await beckon.close()
  }
})

test('a second instance says that Beckon is already running and leaves the first alone', async () => {
  const home = join(folder, 'twice')
  const first = await startBeckon({
    host: 'headless',
    home,
    args: ['--dry-run', '--camera', 'demo'],
  })
  try {
    await first.untilEvent('the first', ({ kind }) => kind === 'state')
    const { status, said } = run(['--dry-run'], { BECKON_HOME: home })
    assert.notEqual(status, 0, said)
    assert.match(said, /already running/i)
    assert.equal(first.process.exitCode, null)
  } finally {
    await first.close()
  }
})

test('without an X display the app runs, says that the pointer cannot be moved, and how to mend it', async () => {
  const beckon = await startBeckon({
    host: 'headless',
    args: ['--camera', 'demo', '--for', '3s'],
    env: { DISPLAY: '' },
  })
  try {
    assert.equal(await beckon.ended(), 0, beckon.said())
    assert.match(beckon.said(), /pointer cannot be moved: there is no X display/)
  } finally {
    await beckon.close()
  }
})
