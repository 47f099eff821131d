import assert from 'node:assert/strict'
import { execFile, spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { until } from '../support/until.ts'
import { ended, missingPrograms, startX, type XDisplay } from '../support/x11.ts'
import { putOwnProject } from '../support/own-project.ts'
import { startBeckon, type Beckon, type BeckonEvent } from '../support/e2e/beckon.ts'

const REPO = join(import.meta.dirname, '..', '..')
const missing = missingPrograms(
  'Xvfb',
  'xdotool',
  'xev',
  'chromium',
  'openbox',
  'xprop',
  'xmessage',
)
const skip = missing.length > 0 && `needs ${missing.join(', ')}`
const folder = mkdtempSync(join(tmpdir(), 'beckon-switching-'))
let display: XDisplay

before(async () => {
  if (!skip) display = await startX()
})
after(async () => {
  await display?.close()
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
})

/** The command line, as people run it; how it ended, what it said and how long it took. */
function beckonCommand(home: string, ...args: readonly string[]) {
  const startedAtMs = performance.now()
  return new Promise<{ code: number; said: string; tookMs: number }>((resolve) => {
    const env = { ...process.env, BECKON_HOME: home }
    execFile(
      process.execPath,
      ['scripts/beckon.mjs', ...args],
      { cwd: REPO, env },
      (error, out, err) => {
        const code = error === null ? 0 : Number(error.code)
        resolve({ code, said: out + err, tookMs: performance.now() - startedAtMs })
      },
    )
  })
}

const isIn =
  (project: string) =>
  (event: BeckonEvent): boolean =>
    event.kind === 'state' && event['project'] === project

test('the command line switches, pauses, resumes and tells', { skip }, async () => {
  const home = join(folder, 'commands')
  assert.equal((await beckonCommand(home, 'status')).code, 3)
  const beckon = await startBeckon({
    host: 'headless',
    home,
    args: ['--dry-run', '--camera', 'demo'],
    env: { DISPLAY: display.name },
  })
  try {
    await until(
      'the command line',
      async () => (await beckonCommand(home, 'status')).code === 0,
      60_000,
    )
    const switched = await beckonCommand(home, 'switch', 'presentation')
    assert.deepEqual([switched.code, switched.said], [0, 'Project Presentation.\n'])
    await beckon.untilEvent('the switch', isIn('presentation'))
    const bare = await timeOf(process.execPath, '-e', '0')
    console.log(
      `beckon switch: ${switched.tookMs.toFixed(0)} ms, of which ${bare.toFixed(0)} ms is a start of Node`,
    )
    assert.match((await beckonCommand(home, 'pause')).said, /^Paused/)
    await beckon.untilEvent('the pause', ({ state }) => state === 'paused')
    assert.match((await beckonCommand(home, 'resume')).said, /^Watching/)
    const status = JSON.parse((await beckonCommand(home, 'status', '--json')).said) as object
    assert.deepEqual(
      { isDone: true, mode: 'watching', project: { id: 'presentation', name: 'Presentation' } },
      Object.fromEntries(
        Object.entries(status).filter(([key]) => ['isDone', 'mode', 'project'].includes(key)),
      ),
    )
    const unknown = await beckonCommand(home, 'switch', 'Nope')
    assert.equal(unknown.code, 1)
    assert.match(unknown.said, /no project "Nope"[^]*Desktop/)
    assert.equal((await beckonCommand(home, 'dance')).code, 2)
  } finally {
    await beckon.close()
  }
  assert.equal((await beckonCommand(home, 'status')).code, 3)
})

function timeOf(program: string, ...args: readonly string[]): Promise<number> {
  const startedAtMs = performance.now()
  return new Promise((resolve) => {
    execFile(program, args, () => resolve(performance.now() - startedAtMs))
  })
}

test('a switch in the middle of a drag lets go of the button first', { skip }, async () => {
  const home = join(folder, 'drag')
  const window = await display.watch()
  const beckon = await startBeckon({
    host: 'headless',
    home,
    args: ['--engaged', '--camera', 'demo:drag'],
    env: { DISPLAY: display.name },
  })
  try {
    await until('the drag', () => window.events().includes('press 1'), 60_000)
    const { code, said } = await beckonCommand(home, 'switch', 'Presentation')
    assert.equal(code, 0, said)
    const events = await window.until((seen) => seen.includes('release 1'))
    assert.deepEqual(
      events.filter((event) => event.endsWith(' 1')),
      ['press 1', 'release 1'],
    )
    const cancelled = await beckon.untilEvent(
      'the cancelled pinch',
      ({ phase, reason }) => phase === 'cancelled' && reason === 'project-switched',
    )
    assert.equal(cancelled['gesture'], 'pinch.index')
  } finally {
    await beckon.close()
  }
})

test(
  'the program in front brings its project, and going away takes it back',
  { skip },
  async () => {
    const home = join(folder, 'front')
    const desktop = readFileSync(join(REPO, 'resources', 'projects', 'desktop.json'), 'utf8')
    for (const [id, rule] of [
      ['messages', { program: 'xmessage' }],
      ['events', { title: 'event tester' }],
    ] as const) {
      const project = {
        ...(JSON.parse(desktop) as object),
        id,
        name: id,
        switching: { rules: [rule] },
      }
      await putOwnProject(home, project)
    }
    const programs: ChildProcess[] = []
    const start = (program: string, ...args: readonly string[]): void => {
      const env = { ...process.env, DISPLAY: display.name }
      programs.push(spawn(program, args, { env, stdio: 'ignore' }))
    }
    start('openbox')
    const beckon = await startBeckon({
      host: 'headless',
      home,
      args: ['--dry-run', '--camera', 'demo', '--project', 'Desktop'],
      env: { DISPLAY: display.name },
    })
    try {
      await beckon.untilEvent('the start', isIn('desktop'))
      start('xmessage', '-title', 'A note', 'Hello')
      await beckon.untilEvent('the switch to its project', isIn('messages'))
      start('xev')
      await beckon.untilEvent('the switch to the other', isIn('events'))
      const tookMs = [
        await bringToFront(beckon, 'A note', 'messages'),
        await bringToFront(beckon, 'Event Tester', 'events'),
      ]
      console.log(`front: ${tookMs.map((ms) => ms.toFixed(0)).join(' and ')} ms to the new project`)
      for (const program of programs.slice(1)) await ended(program, 'SIGTERM')
      const last = beckon.events.length
      start('xmessage', '-name', 'stranger', '-xrm', '*class: x', '-title', 'Other', 'Hello')
      await beckon.untilEvent(
        'the same project for the same program',
        (event) => beckon.events.indexOf(event) >= last && isIn('messages')(event),
      )
    } finally {
      for (const program of programs.toReversed()) await ended(program, 'SIGTERM')
      await beckon.close()
    }
  },
)

/** Activates a window as a taskbar would; milliseconds until the app says that the project is in force. */
async function bringToFront(beckon: Beckon, title: string, project: string): Promise<number> {
  const from = beckon.events.length
  const id =
    (await display.xdotool('search', '--name', `^${title}$`)).trim().split('\n').at(-1) ?? ''
  const askedAtMs = Date.now()
  await display.xdotool('windowactivate', id)
  const event = await beckon.untilEvent(
    `${project} in force`,
    (seen) => beckon.events.indexOf(seen) >= from && isIn(project)(seen),
  )
  return event.heardAtMs - askedAtMs
}
