import { spawn } from 'node:child_process'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { inEnglish } from '../src/core/sentence/sentence.ts'
import { bundledWriter } from './durability/bundle.ts'
import { openStores, stamped, stampOf } from '../test/support/stores.ts'

/*
 * Kills a process that writes settings and projects, at random moments, and looks each time at what the next start finds:
 * nothing that was said to be saved may be gone, nothing may be half. `npm run eval -- durability [--kills N]`
 */
const LANES = 6
/** Spread over several writes: one takes ten milliseconds, on a busy machine a hundred. */
const LONGEST_LIFE_MS = 60

const { values } = parseArgs({ options: { kills: { type: 'string', default: '1000' } } })
const wanted = Number(values.kills)
const root = await mkdtemp(join(tmpdir(), 'beckon-durability-'))
const writer = await bundledWriter(join(root, 'writer'))
let kills = 0
let writes = 0
const losses: string[] = []

const startedAtMs = performance.now()
try {
  await Promise.all(Array.from({ length: LANES }, (_, lane) => run(join(root, `lane-${lane}`))))
} finally {
  await rm(root, { recursive: true, force: true, maxRetries: 5 })
}
for (const loss of losses.slice(0, 20)) console.log(loss)
console.table([
  { what: 'kills in the middle of writing', count: kills },
  { what: 'writes said to be on disk', count: writes },
  { what: 'files lost, half or older than said', count: losses.length },
])
console.log(`${((performance.now() - startedAtMs) / 1000).toFixed(0)} s`)
const figures = { kills, lost: losses.length }
console.log(JSON.stringify({ eval: 'durability', figures }))
process.exitCode = losses.length > 0 || kills < wanted ? 1 : 0

async function run(folder: string): Promise<void> {
  const { store, editor } = await openStores(folder)
  await editor.create('Tested')
  const read = editor.read('tested')
  if (!read.ok) throw new Error(inEnglish(read.problem.message))
  await editor.save(stamped(read.value.project, 0), read.value.revision)
  store.close()
  const said = { settings: 0, project: 0 }
  while (kills < wanted) {
    kills += 1
    await writeUntilKilled(folder, said)
    losses.push(...(await lossesIn(folder, said)))
  }
}

async function writeUntilKilled(
  folder: string,
  said: { settings: number; project: number },
): Promise<void> {
  const child = spawn(process.execPath, [writer, folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, NODE_COMPILE_CACHE: join(root, 'compiled') },
  })
  const gone = new Promise((resolve) => child.once('close', resolve))
  let text = ''
  const isWriting = new Promise<void>((resolve) => {
    child.stdout.setEncoding('utf8').on('data', (part: string) => {
      text += part
      // From its first saved change on, it is always in the middle of the next.
      if (/ \d+\n/.test(text)) resolve()
    })
  })
  await Promise.race([isWriting, gone])
  await setTimeout(Math.random() * LONGEST_LIFE_MS)
  child.kill('SIGKILL')
  await gone
  if (child.signalCode !== 'SIGKILL')
    throw new Error(`The writer ended by itself: ${text.slice(-500)}`)
  for (const line of text.split('\n').slice(0, -1)) {
    const [what, number] = line.split(' ')
    if (what !== 'settings' && what !== 'project') continue
    said[what] = Number(number)
    writes += 1
  }
}

/** What a start of the app finds wrong; also a file kept aside as broken, or drafts that pile up. */
async function lossesIn(
  folder: string,
  said: { readonly settings: number; readonly project: number },
): Promise<string[]> {
  const { settings, store } = await openStores(folder)
  store.close()
  const found: string[] = [...settings.problems(), ...store.problems()].map(({ message }) =>
    inEnglish(message),
  )
  const language = Number(settings.current().language ?? 0)
  if (language < said.settings) found.push(`settings: ${language}, but ${said.settings} was said`)
  const project = store.get('tested')
  const stamp = project === undefined ? undefined : stampOf(project)
  if (stamp === undefined) found.push('project: gone or mixed')
  else if (stamp < said.project) found.push(`project: ${stamp}, but ${said.project} was said`)
  const drafts = (await readdir(folder, { recursive: true })).filter((name) =>
    name.endsWith('.tmp'),
  )
  if (drafts.length > 3) found.push(`drafts pile up: ${drafts.join(', ')}`)
  return found
}
