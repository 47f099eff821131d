import { spawnSync } from 'node:child_process'
import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { recordedProject } from '../../src/main/features/recordings/recorded-project.ts'
import { replay } from '../../src/main/features/recordings/replay.ts'
import { appStage } from '../support/app-stage.ts'
import { recordedLines } from '../support/hand/recorded-lines.ts'
import { inEnglish } from '../../src/core/sentence/sentence.ts'

/** The line with another value at this path; undefined takes it out. */
function withValue(line: string, path: string, value: unknown): string {
  const whole: unknown = JSON.parse(line)
  const keys = path.split('.')
  const last = keys.pop() ?? ''
  const holder = keys.reduce<unknown>((at, key) => Reflect.get(Object(at), key), whole)
  Reflect.set(Object(holder), last, value)
  return JSON.stringify(whole)
}

const said = (lines: readonly string[]): string => {
  const result = replay(lines.join('\n'), recordedProject)
  return result.ok ? 'replayed' : inEnglish(result.problem.message)
}

// One that was taken as it came threw where it was read, and a request that threw ended the app.
describe('a recording that is not as it should be', () => {
  const [header = '', frame = '', ...rest] = recordedLines(3)
  const last = rest.at(-1) ?? ''
  const project = 'settings.project'

  it.each([
    ['is whole', [header, frame, ...rest], 'replayed'],
    ['is empty', [''], 'This recording is empty.'],
    ['is garbage', ['\0\0\0', 'x'], 'This is no recording.'],
    ['is an array', ['[1]'], 'This is no recording.'],
    [
      'is of a newer Beckon',
      [withValue(header, 'version', 2)],
      'This recording is of version 2; a newer Beckon reads it.',
    ],
    [
      'has no settings',
      [withValue(header, 'settings', undefined)],
      'Line 1 cannot be read: settings: expected object, received undefined',
    ],
    [
      'was made before a project could do all that it can now',
      [withValue(header, `${project}.bindings.0.trigger.minScore`, undefined), frame],
      'replayed',
    ],
    [
      'asks for an option that there is not',
      [withValue(header, `${project}.classifiers.pinch`, { grip: 1 })],
      'settings.project.classifiers.pinch: classifier "pinch": option "grip" is not known',
    ],
    [
      'lacks joints',
      [header, frame, withValue(frame, 'frame.h.0.2', [1, 2]), last],
      'Line 3 cannot be read: frame.h.0.2: Too small',
    ],
    ['was cut off', [header, frame, last.slice(0, -5)], 'replayed'],
    ['has a hole', [header, frame, last.slice(0, -5), last], 'Line 3 is none of a recording.'],
    ['has a stranger in it', [header, '{"hello":1}', last], 'Line 2 is none of a recording.'],
    [
      'was told something that nobody tells',
      [header, '{"call":"explode"}'],
      'Line 2 cannot be read: call',
    ],
  ])('%s', (_name, lines, words) => {
    expect(said(lines)).toContain(words)
  })

  it('is refused by line, on the page and in a terminal, and nothing else ends', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'beckon-recordings-'))
    const stage = await appStage({ folder })
    await mkdir(join(folder, 'recordings'))
    const path = join(folder, 'recordings', 'broken.jsonl')
    await writeFile(path, [header, withValue(frame, 'frame', 1), last].join('\n'))
    const message = 'Line 2 cannot be read: frame: expected object, received number'
    expect(await stage.request('replayRecording', { name: 'broken' })).toMatchObject({
      ok: false,
      problem: { message },
    })
    const root = join(import.meta.dirname, '../..')
    const run = spawnSync(process.execPath, ['src/programs/replay.ts', path], { cwd: root })
    expect([run.status, String(run.stderr)]).toEqual([1, `${path}: ${message}\n`])
    await stage.close()
    await rm(folder, { recursive: true })
  })
})
