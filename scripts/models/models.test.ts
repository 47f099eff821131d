import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, truncateSync } from 'node:fs'
import { writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'

const REPO = join(dirname(fileURLToPath(import.meta.url)), '..', '..')
const MANIFEST = 'resources/models-manifest.json'
const FULL = 'resources/models/hand_landmarker_full.task'
const INPUT = 'node_modules/@mediapipe/hands/hand_landmark_full.tflite'

interface Entry {
  readonly bytes: number
  readonly sha256: string
}
const manifest: { inputs: Record<string, Entry>; outputs: Record<string, Entry> } = JSON.parse(
  readFileSync(join(REPO, MANIFEST), 'utf8'),
)

let root = ''
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'beckon-models-'))
  for (const path of [MANIFEST, ...Object.keys(manifest.inputs)]) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    copyFileSync(join(REPO, path), join(root, path))
  }
})
afterEach(() => rmSync(root, { recursive: true }))

function build(...flags: string[]): { code: number | null; said: string } {
  const script = join(REPO, 'scripts/models.mjs')
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [script, '--root', root, ...flags],
    { encoding: 'utf8' },
  )
  return { code: status, said: stdout + stderr }
}
const sha256 = (path: string): string =>
  createHash('sha256')
    .update(readFileSync(join(root, path)))
    .digest('hex')

describe('npm run models', () => {
  test('makes every model that the manifest names, to the byte', () => {
    expect(build().code).toBe(0)
    const made = Object.keys(manifest.outputs).map((name) => sha256(`resources/models/${name}`))
    expect(made).toEqual(Object.values(manifest.outputs).map((entry) => entry.sha256))
    expect(build()).toEqual({ code: 0, said: 'Models: 18 up to date.\n' })
  })

  test('names the damaged models and mends them', () => {
    build()
    truncateSync(join(root, FULL), 1000)
    rmSync(join(root, 'resources/models/parts/pose_detection.tflite'))
    const checked = build('--check')
    expect(checked.code).toBe(1)
    expect(checked.said).toContain(`${FULL} is truncated (1000 of`)
    expect(checked.said).toContain('parts/pose_detection.tflite is missing. Fix: npm run models')
    expect(build().code).toBe(0)
    expect(build('--check').code).toBe(0)
  })

  test('refuses a changed input by name, says npm ci, and leaves what there is', () => {
    build()
    rmSync(join(root, FULL))
    writeFileSync(join(root, INPUT), Buffer.alloc(manifest.inputs[INPUT]?.bytes ?? 0))
    const result = build()
    expect(result.code).toBe(1)
    expect(result.said).toBe(
      `Model problem: ${INPUT} is not the expected file (SHA-256 differs). Fix: npm ci\n`,
    )
    expect(build('--check').said).toContain(`${FULL} is missing`)
  })
})
