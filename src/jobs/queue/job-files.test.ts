import { existsSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { openJobFiles } from './job-files.ts'

const HOUR_MS = 3_600_000

test('a sweep spares what is wanted, and what another machine may be receiving', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'beckon-files-'))
  onTestFinished(() => rmSync(dir, { recursive: true }))
  const files = await openJobFiles(dir)
  const paths = {
    wanted: files.uploadPath('wanted'),
    fresh: files.uploadPath('fresh'),
    old: files.uploadPath('old'),
    part: files.partOf(files.landmarksPath('old')),
    result: files.landmarksPath('old'),
  }
  for (const path of Object.values(paths)) writeFileSync(path, '')
  const longAgoS = Date.now() / 1000 - 7200
  for (const path of [paths.wanted, paths.old, paths.part]) utimesSync(path, longAgoS, longAgoS)
  const left = () => Object.entries(paths).flatMap(([name, path]) => (existsSync(path) ? name : []))
  const isWanted = (id: string) => Promise.resolve(id === 'wanted')
  await files.sweep(isWanted, HOUR_MS)
  expect(left()).toEqual(['wanted', 'fresh', 'result'])
  await files.sweep(isWanted)
  expect(left()).toEqual(['wanted', 'result'])
})
