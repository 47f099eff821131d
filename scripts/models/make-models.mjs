import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { faultOf } from './manifest.mjs'
import { readPackedMember } from './packed-assets.mjs'
import { BUNDLES, ONNX, PARTS } from './recipe.mjs'

export const MODELS_DIR = 'resources/models'

/** Faults of the recipe's inputs, each as "path is missing" and the like. */
export function inputFaults(root, manifest) {
  return faults(root, manifest.inputs)
}

/** Faults of what the recipe makes. */
export function outputFaults(root, manifest) {
  return faults(join(root, MODELS_DIR), manifest.outputs).map((fault) => `${MODELS_DIR}/${fault}`)
}

/** Makes every model in memory: file name under the models' folder → bytes. */
export async function makeModels(root) {
  // Loaded late: these need installed packages, and a check must run without them.
  const { attachMetadata } = await import('./attach-metadata.mjs')
  const { taskBundle } = await import('./task-bundle.mjs')
  const { tfliteToOnnx } = await import('./onnx/tflite-to-onnx.mjs')
  const parts = mapValues(PARTS, ({ source }) => readSource(root, source))
  const withMetadata = mapValues(parts, (bytes, name) => attachMetadata(bytes, PARTS[name].input))
  const made = {}
  for (const [name, bytes] of Object.entries(parts)) made[`parts/${name}.tflite`] = bytes
  for (const [name, members] of Object.entries(BUNDLES)) {
    made[`${name}.task`] = taskBundle(mapValues(members, (part) => withMetadata[part]))
  }
  for (const [part, names] of Object.entries(ONNX)) {
    made[`onnx/${part}.onnx`] = tfliteToOnnx(parts[part], names)
  }
  return made
}

/** A reader of the file sees the old one or the new one, never half of one. */
export function writeAtomically(path, bytes) {
  mkdirSync(dirname(path), { recursive: true })
  const temporary = `${path}.${process.pid}.tmp`
  try {
    writeFileSync(temporary, bytes)
    renameSync(temporary, path)
  } finally {
    rmSync(temporary, { force: true })
  }
}

function readSource(root, source) {
  if (source.kind === 'file') return readFileSync(join(root, source.path))
  const data = readFileSync(join(root, source.dataPath))
  return readPackedMember(data, readFileSync(join(root, source.indexPath), 'utf8'), source.member)
}

function faults(folder, expectedByPath) {
  return Object.entries(expectedByPath).flatMap(([path, expected]) => {
    const fault = faultOf(join(folder, path), expected)
    return fault === undefined ? [] : [`${path} ${fault}`]
  })
}

function mapValues(record, change) {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value, key)]))
}
