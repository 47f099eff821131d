import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { z } from 'zod'
import {
  openRecordingFile,
  Recorder,
  type RecordingParts,
  type RecordingStatus,
} from './recorder.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'beckon-keeper-'))
})
afterEach(() => rm(folder, { recursive: true }))

function thighLengthWith(more: Partial<RecordingParts>) {
  const told: RecordingStatus[] = []
  let write: ((line: string) => void) | undefined
  const recorder = new Recorder({
    ...{ folder, openFile: openRecordingFile, nowMs: () => 0, after: () => () => undefined },
    ...{ projectForm: z.never(), rest: () => Promise.resolve() },
    readsLetters: () => false,
    record: (to) => {
      write = to
      return () => (write = undefined)
    },
    publish: (status) => told.push(status),
    ...more,
  })
  return { recorder, told, record: (line: string) => write?.(line), isRecording: () => !!write }
}

const fullDisk = (): Promise<Writable> =>
  Promise.resolve(
    new Writable({ write: (_chunk, _encoding, done) => done(new Error('no space left')) }),
  )
const untilQuiet = () => new Promise((resolve) => setImmediate(resolve))

test('a disk that is full ends the recording, and the page is told', async () => {
  const { recorder, told, record, isRecording } = thighLengthWith({ openFile: fullDisk })
  await recorder.start()
  record('{}')
  await untilQuiet()
  expect([told.at(-1), isRecording()]).toEqual([
    {
      kind: 'idle',
      problem: 'The recording ended early, it could not be written: Error: no space left',
    },
    false,
  ])
})

test('a disk that fills up with the last line is no success', async () => {
  const { recorder, record } = thighLengthWith({ openFile: fullDisk })
  await recorder.start()
  record('{}')
  expect(await recorder.stop()).toMatchObject({ ok: false })
})

test('two that are begun at once are one', async () => {
  const { recorder, told } = thighLengthWith({})
  const [first, second] = await Promise.all([recorder.start(), recorder.start()])
  expect([first.ok, second.ok, told.length]).toEqual([true, false, 1])
  await recorder.close()
})
