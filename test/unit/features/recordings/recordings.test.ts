import { spawnSync } from 'node:child_process'
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Result } from '../../../../src/contract/boundary/result.ts'
import { recordedProject } from '../../../../src/main/features/recordings/recorded-project.ts'
import { replay as replayText } from '../../../../src/main/features/recordings/replay.ts'
import { recordingText } from '../../../support/hand/recording.ts'
import { appStage, type AppStage } from '../../../support/app-stage.ts'
import { pinchShape } from '../../../support/hand/shapes.ts'
import { inEnglish } from '../../../../src/core/sentence/sentence.ts'

const ROOT = join(import.meta.dirname, '../../../..')
/** What desktop.json does by pinching. */
const DRAG = { kind: 'pointer.button', button: 'left' }
let folder: string
let stage: AppStage

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'beckon-recordings-'))
  stage = await appStage({ folder })
})
afterEach(async () => {
  await stage.close()
  await rm(folder, { recursive: true, force: true })
})

function value<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(inEnglish(result.problem.message))
  return result.value
}
const eventsIn = (text: string): string[] =>
  text.split('\n').filter((line) => line.startsWith('{"event"'))
const replay = (path: string) =>
  spawnSync(process.execPath, ['src/programs/replay.ts', path], { cwd: ROOT, encoding: 'utf8' })

/** A session with clicks, a drag, a switch in the middle of it and a pause. */
async function play(): Promise<void> {
  for (const [ms, shape] of [
    [500, 'relaxed'],
    [150, pinchShape('index', 1)],
    [400, 'relaxed'],
    [1200, pinchShape('index', 1)],
  ] as const) {
    await stage.hands(ms, { shape, at: [0.61, 0.47] })
  }
  await stage.request('switchProject', { id: 'presentation' })
  await stage.hands(900, { shape: 'fist', at: [0.6, 0.5] })
  await stage.request('setMode', { mode: 'paused' })
}

async function record(): Promise<string> {
  value(await stage.request('startRecording', {}))
  await play()
  return value(await stage.request('stopRecording', {})).path
}

// Truth: what comes out differently on purpose is taken anew, with evals/record-landmarks.ts --again.
it.each(['fingerspelling', 'hello-sign', 'open-palm', 'swipes', 'thumb-up'])(
  'the real hands of %s give the events that they gave when they were recorded',
  (name) => {
    const result = replayText(recordingText(name), recordedProject)
    expect(result).toMatchObject({ ok: true, value: { differsAt: undefined } })
    expect(result.ok && result.value.lines.length).toBeGreaterThan(5)
  },
)

// Each starts a process, which takes seconds on a machine that has other things to do.
describe('a recording', { timeout: 60_000 }, () => {
  it('tells of the thresholds that acted: those that the hand was calibrated to', async () => {
    const calibration = {
      ...{ restNoisePalms: 0.006, minCutoffHz: 2.2, pinch: { touchRatio: 0.4, partRatio: 0.6 } },
      reach: { widthPalms: 4, heightPalms: 2.4, centre: { x: 0.6, y: 0.5 } },
    }
    value(await stage.request('keepCalibration', { side: 'right', calibration }))
    const { name } = value(await stage.request('startRecording', {}))
    await play()
    await stage.request('setMode', { mode: 'engaged' })
    await stage.request('switchProject', { id: 'desktop' })
    await stage.request('forgetCalibration', { side: 'right' })
    await play()
    value(await stage.request('stopRecording', {}))
    const { decisions, isSame } = value(await stage.request('replayRecording', { name }))
    const pinches = decisions.filter(
      (one) => one.kind === 'gesture' && one.gesture === 'pinch.index' && one.phase === 'began',
    )
    const limits = pinches.map(
      (one) => 'thresholds' in one && one.thresholds.map((threshold) => threshold.value),
    )
    expect(isSame).toBe(true)
    expect([limits[0], limits.at(-1)]).toEqual([
      [0.4, 0.6],
      [0.3, 0.45],
    ])
  })

  it('that began in the middle of a session prints the same events as live, bit for bit', async () => {
    await play()
    await stage.request('setMode', { mode: 'engaged' })
    const path = await record()
    const live = eventsIn(await readFile(path, 'utf8'))
    expect(live.length).toBeGreaterThan(20)
    const { stdout, stderr, status } = replay(path)
    expect(stdout.trimEnd().split('\n')).toEqual(live)
    expect([status, stderr]).toEqual([0, `${live.length} events, the same as live\n`])
  })

  it('of which a landmark is changed is told from the one that was live', async () => {
    const path = await record()
    const text = await readFile(path, 'utf8')
    const lines = text.split('\n')
    const at = lines.findIndex((line) => /^{"event".*pinch\.index.*began/.test(line))
    const frame = lines.findLastIndex((line, index) => index < at && line.startsWith('{"frame"'))
    lines[frame] = (lines[frame] ?? '').replace(/\[\["(left|right)".*$/, '[]}}')
    await writeFile(path, lines.join('\n'))
    const { stderr, status } = replay(path)
    expect([status, stderr]).toEqual([1, expect.stringContaining('not as live')])
  })

  it('is for the user alone, and holds landmarks and events but no text that was typed', async () => {
    const read = value(await stage.request('readProject', { id: 'presentation' }))
    const [first] = read.project.bindings
    if (first === undefined) throw new Error('no binding')
    const typed = { ...first, gesture: 'pose.fist' as const }
    const project = {
      ...read.project,
      bindings: [{ ...typed, action: { kind: 'key.text' as const, text: 'my secret' } }],
    }
    value(await stage.request('saveProject', { project, revision: read.revision }))
    const path = await record()
    const text = await readFile(path, 'utf8')
    expect(text).not.toContain('my secret')
    expect(text).toContain('"text":"xxxxxxxxx"')
    expect((await stat(path)).mode & 0o777).toBe(0o600)
    expect(replay(path).status).toBe(0)
  })

  it('is listed, told as decisions with their rules and thresholds, and deleted', async () => {
    await record()
    const { recordings } = value(await stage.request('listRecordings', {}))
    const name = recordings[0]?.name ?? ''
    const replayed = value(await stage.request('replayRecording', { name }))
    expect(replayed).toMatchObject({ isSame: true, frames: expect.any(Number) })
    expect(replayed.decisions).toContainEqual(
      expect.objectContaining({
        kind: 'gesture',
        gesture: 'pinch.index',
        phase: 'began',
        rules: [expect.objectContaining({ action: DRAG })],
        thresholds: expect.arrayContaining([expect.objectContaining({ value: 0.3 })]),
      }),
    )
    const click = replayed.decisions.find((one) => one.kind === 'action')
    expect(click).toMatchObject({ rules: [DRAG] })
    expect(replayed.decisions.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['hands', 'verdict', 'action', 'project', 'mode']),
    )
    value(await stage.request('deleteRecording', { name }))
    expect(value(await stage.request('listRecordings', {})).recordings).toEqual([])
    expect(await stage.request('replayRecording', { name: '../settings' })).toMatchObject({
      ok: false,
    })
  })

  it('that began in the middle of a session is told from its own beginning on', async () => {
    await play()
    await stage.request('setMode', { mode: 'engaged' })
    await record()
    const { recordings } = value(await stage.request('listRecordings', {}))
    const name = recordings[0]?.name ?? ''
    const { decisions, durationMs } = value(await stage.request('replayRecording', { name }))
    expect(decisions.slice(0, 2)).toEqual([
      { kind: 'project', atMs: 0, name: 'Presentation' },
      { kind: 'mode', atMs: 0, mode: 'engaged' },
    ])
    const times = decisions.map(({ atMs }) => atMs)
    expect(times).toEqual(times.toSorted((one, other) => one - other))
    expect([times.at(-1), durationMs]).toEqual([durationMs, expect.closeTo(3150, -2)])
  })

  it('that was cut off by a crash is replayed as far as it goes; another file is refused', async () => {
    const path = await record()
    const text = await readFile(path, 'utf8')
    const half = text.slice(0, text.lastIndexOf('{"frame"') + 200)
    await writeFile(path, half)
    expect(replay(path).status).toBe(0)
    await writeFile(path, '{"beckon":"recording","version":99}')
    expect(replay(path)).toMatchObject({ status: 1, stdout: '' })
  })
})
