import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { inEnglish } from '../../core/sentence/sentence.ts'
import { jobOptionsSchema } from './job.ts'
import { openJobFiles } from './job-files.ts'
import { openSqliteStore, type SqliteStore } from './sqlite-store.ts'

const JOBS = 400
let dir = ''
let path = ''
let store: SqliteStore | undefined
const open = (): SqliteStore => {
  store = undefined
  return (store = openSqliteStore(path, () => 1000))
}
const mishap = (): string => (store?.mishap ? inEnglish(store.mishap) : 'none')

function change(act: (db: DatabaseSync) => void): void {
  const db = new DatabaseSync(path)
  act(db)
  db.close()
}

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'beckon-database-'))
  path = join(dir, 'jobs.sqlite')
  const options = jobOptionsSchema.parse({})
  const made = open()
  for (let n = 0; n < JOBS; n += 1) {
    const videoPath = `/videos/${'x'.repeat(100)}-${n}.mp4`
    made.add({ id: `job-${n}`, videoPath, isUpload: false, options }, JOBS)
  }
  made.close()
  store = undefined
})
afterEach(() => {
  store?.close()
  store = undefined
  rmSync(dir, { recursive: true })
})

describe('a file of jobs that is damaged is kept aside, named, and a new one takes its place', () => {
  const half = (): number => Math.floor(statSync(path).size / 2)
  test.each([
    ['cut off in the middle', () => truncateSync(path, half())],
    ['cut off after 50 bytes', () => truncateSync(path, 50)],
    ['another program’s', () => writeFileSync(path, 'not a database, but text '.repeat(20))],
    ['garbage in a page', () => garble(half())],
    ['garbage in its first page', () => garble(0)],
    [
      'a table that lacks what was always there',
      () =>
        change((db) => db.exec('DROP INDEX jobs_by_status; ALTER TABLE jobs DROP COLUMN status')),
    ],
  ])('%s', (_name, damage) => {
    damage()
    const damaged = readFileSync(path)
    open()
    expect(mishap()).toContain(
      `${path} was damaged. It is kept as ${join(dir, 'jobs.broken-1.sqlite')}.`,
    )
    expect(readFileSync(join(dir, 'jobs.broken-1.sqlite')).equals(damaged)).toBe(true)
    store?.add(
      { id: 'new', videoPath: '/new.mp4', isUpload: false, options: jobOptionsSchema.parse({}) },
      1000,
    )
    expect(store?.find('new')?.status).toBe('queued')
  })

  function garble(at: number): void {
    const bytes = readFileSync(path)
    const page = Math.floor(at / 4096) * 4096
    bytes.fill(0xff, page, page + 4096)
    writeFileSync(path, bytes)
  }

  test('and what can be read of it goes on', () => {
    garble(half())
    open()
    const read = store?.list(JOBS).length ?? 0
    expect(read).toBeGreaterThan(JOBS / 2)
    expect(read).toBeLessThan(JOBS)
    expect(mishap()).toContain(`Jobs that could be read: ${read}.`)
    expect(store?.takeNextJob()?.id).toBe('job-0')
  })

  test('also a second time, beside the first, with what belongs to it', () => {
    garble(0)
    open().close()
    store = undefined
    garble(0)
    writeFileSync(`${path}-wal`, 'what was not written back yet')
    open()
    const aside = readdirSync(dir).filter((name) => name.includes('broken-2'))
    expect(aside).toContain('jobs.broken-2.sqlite-wal')
    expect(readFileSync(join(dir, 'jobs.broken-2.sqlite-wal'), 'utf8')).toMatch(/^what was not/)
    expect(readdirSync(dir)).toContain('jobs.broken-1.sqlite')
  })

  test('and the copies that it may name stay while it is there', async () => {
    const files = await openJobFiles(dir)
    mkdirSync(files.uploadPath('job-1'))
    garble(0)
    open()
    const isWanted = () => Promise.resolve(false)
    await files.sweep(isWanted)
    expect(readdirSync(join(dir, 'uploads'))).toEqual(['job-1'])
    rmSync(join(dir, 'jobs.broken-1.sqlite'))
    await files.sweep(isWanted)
    expect(readdirSync(join(dir, 'uploads'))).toEqual([])
  })
})

test('an empty file, as a full disk leaves one, is a new one', () => {
  truncateSync(path, 0)
  open()
  expect(mishap()).toBe('none')
  expect(store?.list(1)).toEqual([])
})

describe('a file of jobs of another version', () => {
  test('that is newer is left as it is, and named', () => {
    change((db) => db.exec('PRAGMA user_version = 99'))
    const before = readFileSync(path)
    expect(open).toThrow(`${path} is of a newer version of Beckon, and is left as it is. `)
    expect(readFileSync(path).equals(before)).toBe(true)
    expect(readdirSync(dir)).toEqual(['jobs.sqlite'])
  })

  test('from before they were numbered goes on, with the columns that came later', () => {
    change((db) => db.exec('PRAGMA user_version = 0; ALTER TABLE jobs DROP COLUMN note'))
    open()
    expect(mishap()).toBe('none')
    expect(store?.takeNextJob()).toMatchObject({ id: 'job-0', note: undefined })
    store?.close()
    store = undefined
    change((db) => expect(db.prepare('PRAGMA user_version').get()).toEqual({ user_version: 1 }))
  })

  test('that has a column more goes on', () => {
    change((db) => db.exec('ALTER TABLE jobs ADD COLUMN priority INTEGER'))
    expect(open().takeNextJob()?.id).toBe('job-0')
  })
})

describe('an entry that cannot be read hides no other', () => {
  const SMOOTH = JSON.stringify({ ...jobOptionsSchema.parse({}), smooth: true })

  test('one that waits with an option of a newer version has failed, and the next is taken', () => {
    change((db) => db.prepare("UPDATE jobs SET options = ? WHERE id = 'job-0'").run(SMOOTH))
    expect(open().takeNextJob()?.id).toBe('job-1')
    expect(store?.find('job-0')).toMatchObject({
      status: 'failed',
      reason: { template: 'Its options are of another version of Beckon.' },
    })
    expect(store?.counts()).toMatchObject({ queued: JOBS - 2, processing: 1, failed: 1 })
  })

  test('one that is over stays so, and says what is not known of it', () => {
    change((db) =>
      db
        .prepare("UPDATE jobs SET status = 'completed', options = ? WHERE id = 'job-0'")
        .run(SMOOTH),
    )
    expect(open().find('job-0')).toMatchObject({
      status: 'completed',
      note: { template: 'Its options are of another version of Beckon.' },
    })
    expect(store?.list(JOBS).length).toBe(JOBS)
  })

  test.each([
    ['a status', "status = 'paused'"],
    ['options', "options = '{'"],
    ['a number too large for one', 'frames_done = 9223372036854775807'],
    ['a time without a date', 'created_at_ms = 9223372036854775807'],
    ['an id that is no text', "id = CAST(x'ff00fe' AS TEXT)"],
  ])('%s', (_name, setting) => {
    change((db) => db.exec(`UPDATE jobs SET ${setting} WHERE turn = 3`))
    open()
    expect(store?.list(JOBS).length).toBe(JOBS)
    const counts = Object.values(store?.counts() ?? {}).reduce((sum, n) => sum + n, 0)
    expect(counts).toBe(JOBS)
    const taken = Array.from({ length: JOBS }, () => store?.takeNextJob()?.id)
    expect(taken.filter((id) => id !== undefined).length).toBeGreaterThanOrEqual(JOBS - 1)
  })
})

test('what is no file is no file of jobs', () => {
  rmSync(path)
  mkdirSync(path)
  expect(open).toThrow(`${path} is not a file.`)
})
