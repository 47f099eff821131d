import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { say } from '../../contract/words/say.ts'
import { verbatim } from '../../core/sentence/sentence.ts'
import { jobOptionsSchema, type NewJob } from './job.ts'
import { openSqliteStore, type SqliteStore } from './sqlite-store.ts'

let dir = ''
let store: SqliteStore
const open = (): SqliteStore => openSqliteStore(join(dir, 'jobs.sqlite'), () => 1000)
const video = (id: string): NewJob => ({
  id,
  videoPath: `/videos/${id}.mp4`,
  isUpload: false,
  options: jobOptionsSchema.parse({}),
})
const addAll = (...ids: readonly string[]): void => ids.forEach((id) => store.add(video(id), 100))

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'beckon-jobs-'))
  store = open()
})
afterEach(() => {
  store.close()
  rmSync(dir, { recursive: true })
})

describe('the table of jobs', () => {
  test('gives jobs out in the order in which they came', () => {
    addAll('a', 'b', 'c')
    expect(store.positionOf('c')).toBe(2)
    expect([store.takeNextJob()?.id, store.takeNextJob()?.id]).toEqual(['a', 'b'])
    expect(store.positionOf('c')).toBe(0)
    expect(store.positionOf('a')).toBeUndefined()
    expect(store.counts()).toMatchObject({ queued: 1, processing: 2 })
  })

  test('takes no more than may wait', () => {
    expect(store.add(video('a'), 1)?.status).toBe('queued')
    expect(store.add(video('b'), 1)).toBeUndefined()
    store.takeNextJob()
    expect(store.add(video('b'), 1)?.id).toBe('b')
  })

  test('forgets what is removed, and takes it anew as the last', () => {
    addAll('a', 'b')
    store.remove('a')
    expect(store.find('a')).toBeUndefined()
    addAll('a')
    expect([store.takeNextJob()?.id, store.takeNextJob()?.id]).toEqual(['b', 'a'])
  })

  test('remembers how a job ended', () => {
    addAll('a', 'b')
    store.takeNextJob()
    store.progress('a', 3, 10)
    store.end('a', { kind: 'completed', note: verbatim('The end is missing.') })
    store.end('b', { kind: 'failed', reason: verbatim('No frame could be read.') })
    expect(store.find('a')).toMatchObject({
      status: 'completed',
      framesDone: 3,
      framesTotal: 10,
      note: 'The end is missing.',
      endedAtMs: 1000,
    })
    expect(store.find('b')).toMatchObject({ status: 'failed', reason: 'No frame could be read.' })
    expect(store.takeNextJob()).toBeUndefined()
  })

  test('a job whose service died runs again once, first in turn, and says so', () => {
    addAll('a', 'b')
    store.takeNextJob()
    store.close()
    store = open()
    expect(store.takeNextJob()).toMatchObject({
      id: 'a',
      attempts: 2,
      note: 'Run again, because the service ended in the middle of it.',
    })
    store.end('a', { kind: 'completed' })
    expect(store.find('a')?.note).toEqual(
      say('Run again, because the service ended in the middle of it.'),
    )
  })

  test('a job whose service died twice has failed', () => {
    addAll('a')
    for (let death = 0; death < 2; death++) {
      store.takeNextJob()
      store.close()
      store = open()
    }
    expect(store.find('a')).toMatchObject({ status: 'failed', attempts: 2 })
    expect(store.takeNextJob()).toBeUndefined()
  })

  test('a job whose worker died waits again and says so', () => {
    addAll('a', 'b')
    store.takeNextJob()
    store.end('a', { kind: 'again', note: verbatim('Run again. It died.') })
    expect(store.takeNextJob()).toMatchObject({ id: 'a', attempts: 2, note: 'Run again. It died.' })
  })

  test('a job that was put back has not been tried', () => {
    addAll('a', 'b')
    store.takeNextJob()
    store.end('a', { kind: 'put-back' })
    store.close()
    store = open()
    expect(store.takeNextJob()).toMatchObject({ id: 'a', attempts: 1, note: undefined })
  })

  test('belongs to one process', () => {
    expect(open).toThrow(/another process of Beckon has it open/)
  })
})
