import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { test } from 'node:test'
import { missingPrograms } from '../support/x11.ts'

const REPO = join(import.meta.dirname, '..', '..')
const missing = missingPrograms('chromium', 'ffmpeg', 'mkfifo', 'ps')
const skip =
  process.platform !== 'linux' || (missing.length > 0 && `needs ${missing.join(', ')} on Linux`)

interface AttackFigures {
  readonly tried: number
  readonly gotThrough: number
  readonly processesEnded: number
}

/** Those that are told by what is answered; the whole is `npm run eval -- attacks`. */
test('no page elsewhere and no program without a secret gets in', { skip }, () => {
  const { stdout, stderr } = spawnSync(process.execPath, ['evals/attacks.ts', '--quick'], {
    cwd: REPO,
    encoding: 'utf8',
    timeout: 180_000,
  })
  const last = stdout.trim().split('\n').at(-1) ?? ''
  assert.match(last, /^\{"eval":"attacks"/, stdout + stderr)
  const { figures } = JSON.parse(last) as { readonly figures: AttackFigures }
  const { tried, gotThrough, processesEnded } = figures
  assert.deepEqual({ gotThrough, processesEnded }, { gotThrough: 0, processesEnded: 0 }, stdout)
  assert.ok(tried >= 350, `${tried} were tried`)
})
