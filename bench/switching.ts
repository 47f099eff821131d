import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inEnglish } from '../src/core/sentence/sentence.ts'
import { appStage } from '../test/support/app-stage.ts'
import { shippedProject } from '../test/support/hand/stage.ts'

/*
 * With 50 projects of 200 bindings each: from the window's wish to the new project in force, everything let go of and the
 * window told, in the wired app without a browser. `npm run bench -- switching`
 */
const PROJECTS = 50
const BINDINGS = 200
const SWITCHES = 200

const folder = await mkdtemp(join(tmpdir(), 'beckon-switching-'))
await mkdir(join(folder, 'projects'), { recursive: true })
const base = shippedProject('desktop')
for (let index = 0; index < PROJECTS; index += 1) {
  const id = `project-${index}`
  const bindings = Array.from(
    { length: BINDINGS },
    (_, at) => base.bindings[at % base.bindings.length],
  )
  const project = { ...base, id, name: `Project ${index}`, bindings }
  await writeFile(join(folder, 'projects', `${id}.json`), JSON.stringify(project))
}
const openedAtMs = performance.now()
const stage = await appStage({ folder })
const openMs = performance.now() - openedAtMs
const tookMs: number[] = []
try {
  for (let count = 0; count < SWITCHES; count += 1) {
    const startedAtMs = performance.now()
    const switched = await stage.request('switchProject', { id: `project-${count % PROJECTS}` })
    tookMs.push(performance.now() - startedAtMs)
    if (!switched.ok) throw new Error(inEnglish(switched.problem.message))
    await stage.hands(100, { shape: 'relaxed' })
  }
} finally {
  await stage.close()
  await rm(folder, { recursive: true, force: true, maxRetries: 5 })
}
const sorted = tookMs.toSorted((a, b) => a - b)
const at = (ratio: number): number =>
  Math.round((sorted[Math.floor((sorted.length - 1) * ratio)] ?? Number.NaN) * 100) / 100
console.table([
  { what: 'switch, median', ms: at(0.5), bar: 20 },
  { what: 'switch, 95 %', ms: at(0.95), bar: 20 },
  { what: 'opening the app with them', ms: Math.round(openMs), bar: '' },
])
const figures = { switchP50Ms: at(0.5), switchP95Ms: at(0.95), openMs: Math.round(openMs) }
console.log(JSON.stringify({ bench: 'switching', figures }))
