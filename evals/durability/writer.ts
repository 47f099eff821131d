import { writeSync } from 'node:fs'
import { inEnglish } from '../../src/core/sentence/sentence.ts'
import { openStores, stamped, type Stores } from '../../test/support/stores.ts'

/**
 * Run by evals/durability.ts, and killed by it: changes settings and a project as fast as it can, through the app's own
 * stores, and says of each change when the store has said that it is on disk: `settings 17`, `project 17`.
 */
const [folder = ''] = process.argv.slice(2)
const stores = await openStores(folder)
const say = (line: string): void => void writeSync(1, `${line}\n`)

await Promise.all([writeSettings(stores), writeProject(stores)])

async function writeSettings({ settings }: Stores): Promise<never> {
  for (let number = Number(settings.current().language ?? 0) + 1; ; number += 1) {
    const changed = await settings.change({ language: String(number) })
    if (!changed.ok) throw new Error(inEnglish(changed.problem.message))
    say(`settings ${number}`)
  }
}

async function writeProject({ editor }: Stores): Promise<never> {
  for (;;) {
    const read = editor.read('tested')
    if (!read.ok) throw new Error(inEnglish(read.problem.message))
    const { project, revision } = read.value
    const number = Number(project.about) + 1
    const saved = await editor.save(stamped(project, number), revision)
    if (!saved.ok || saved.value.kind !== 'saved') throw new Error(JSON.stringify(saved))
    say(`project ${number}`)
  }
}
