import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { createRecordablePipeline } from '../../src/main/features/recordings/recordable-pipeline.ts'
import { recordedProject } from '../../src/main/features/recordings/recorded-project.ts'
import { replay } from '../../src/main/features/recordings/replay.ts'
import { inEnglish } from '../../src/core/sentence/sentence.ts'
import { appStage, type AppStage } from '../support/app-stage.ts'
import { readRecording } from '../support/hand/recording.ts'
import { DESKTOP, shippedProject } from '../support/hand/stage.ts'
import { until } from '../support/until.ts'

/**
 * What was signed, a password letter by letter, stood in recordings in clear, while the text that it typed was masked. Masking
 * letters would be a promise that is not kept: the joints of a hand that signs are the letters. So people are asked.
 */
const SECRET = [...'SECRET']
const frames = readRecording('thumb-up').filter(({ hands }) => hands.length > 0)

/** Real frames in a project, in which these letters are heard; the file's lines. */
function recorded(project: string, areWanted: boolean | undefined, isSigned = true) {
  const settings = { desktop: DESKTOP, isEngagedPinned: true, mode: 'engaged' as const }
  const pipeline = createRecordablePipeline({ ...settings, project: shippedProject(project) })
  const lines: string[] = []
  let unwanted = 0
  const letters =
    areWanted === undefined ? undefined : { areWanted, onUnwanted: () => (unwanted += 1) }
  pipeline.record((line) => lines.push(line), letters)
  let sequence = 0
  for (const label of SECRET) {
    for (let at = 0; at < 25; at += 1) {
      const frame = frames[sequence % frames.length]
      if (frame === undefined) throw new Error('The recording has no hands.')
      sequence += 1
      const times = { sequence, atMs: sequence * 33, capturedAtMs: sequence * 33 }
      pipeline.step({ ...frame, ...times }, isSigned ? { letter: { label, score: 0.99 } } : {})
    }
  }
  return { lines, unwanted: () => unwanted, pipeline }
}
const isSpelled = (lines: readonly string[]): boolean =>
  lines.some((line) => /"letter"|sign-letters\.[A-Z]"/.test(line))

describe('a recording', () => {
  it.each([undefined, false])(
    'of a project that spells holds nothing unasked (%j)',
    (areWanted) => {
      const { lines, unwanted } = recorded('spelling', areWanted)
      expect(lines).toEqual([])
      expect(unwanted()).toBe(areWanted === undefined ? 0 : 1)
    },
  )

  it('that somebody was asked about holds the letters, and replays as it was', () => {
    const { lines } = recorded('spelling', true)
    expect(isSpelled(lines)).toBe(true)
    const replayed = replay(lines.join('\n'), recordedProject)
    expect(replayed).toMatchObject({ ok: true, value: { differsAt: undefined } })
  })

  it('ends before a project that spells, and holds nothing of what comes then', () => {
    const { lines, unwanted, pipeline } = recorded('desktop', false, false)
    const before = lines.length
    pipeline.setProject(shippedProject('spelling'), 1e6)
    const [frame] = frames
    if (frame) pipeline.step({ ...frame, atMs: 1e6 + 33 }, { letter: { label: 'S', score: 1 } })
    expect([lines.length, unwanted()]).toEqual([before, 1])
  })

  it('ends at a letter that is heard, whoever reads it', () => {
    const { lines, unwanted } = recorded('desktop', false)
    expect([isSpelled(lines), unwanted()]).toEqual([false, 1])
  })
})

describe('the app', () => {
  let folder: string
  let stage: AppStage
  afterEach(async () => {
    await stage.close()
    await rm(folder, { recursive: true })
  })
  const open = async (project: string): Promise<void> => {
    folder = await mkdtemp(join(tmpdir(), 'beckon-letters-'))
    stage = await appStage({ folder, options: { project } })
  }
  const files = (): Promise<string[]> => readdir(join(folder, 'recordings')).catch(() => [])

  it('refuses a recording of letters until somebody says that they are wanted', async () => {
    await open('spelling')
    expect(stage.told('recording')).toEqual({ kind: 'idle', readsLetters: true })
    const refused = await stage.request('startRecording', {})
    expect(refused.ok ? '' : inEnglish(refused.problem.message)).toMatch(/reads what is signed/)
    expect(await files()).toEqual([])
    expect(await stage.request('startRecording', { withLetters: true })).toMatchObject({ ok: true })
    expect(await stage.request('stopRecording', {})).toMatchObject({ ok: true })
    await stage.request('switchProject', { id: 'desktop' })
    expect(stage.told('recording')).toEqual({ kind: 'idle' })
  })

  it('ends a recording when a project that spells comes into force, and says so', async () => {
    await open('desktop')
    await stage.request('startRecording', {})
    await stage.hands(300, { shape: 'relaxed' })
    await stage.request('switchProject', { id: 'spelling' })
    await until('the recording to end', async () => {
      await stage.hands(33, { shape: 'relaxed' })
      return stage.told('recording')?.kind === 'idle'
    })
    const status = stage.told('recording')
    const problem = status?.kind === 'idle' ? status.problem : undefined
    expect(problem && inEnglish(problem)).toMatch(/letters were not to be recorded/)
    const [file = ''] = await files()
    const text = await readFile(join(folder, 'recordings', file), 'utf8')
    expect(text).toContain('"desktop"')
    expect(text).not.toContain('"spelling"')
  })
})
