import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { makeCameraFolder, sweepCameraCache } from './camera-cache.ts'

function cacheWith(...folders: readonly string[]): string {
  const cache = join(mkdtempSync(join(tmpdir(), 'beckon-cache-')), 'cache')
  onTestFinished(() => {
    rmSync(cache, { recursive: true })
  })
  for (const folder of folders) {
    mkdirSync(join(cache, folder), { recursive: true })
    writeFileSync(join(cache, folder, 'camera.webm'), 'film')
  }
  return cache
}

test('the film of a process that was killed goes at the next start, and no other folder', async () => {
  const { pid: gone } = spawnSync(process.execPath, ['-e', ''])
  const cache = cacheWith(`camera-${gone}-Ab12Cd`, 'camera-Ef34Gh', 'models', 'camera-of-mine')
  const mine = await makeCameraFolder(cache)
  sweepCameraCache(cache)
  expect(readdirSync(cache).toSorted()).toEqual(
    [basename(mine), 'camera-of-mine', 'models'].toSorted(),
  )
})

test('where there has been no film there is nothing to sweep', () => {
  expect(() => {
    sweepCameraCache(join(tmpdir(), 'beckon-no-such-folder'))
  }).not.toThrow()
})

test.skipIf(process.platform === 'win32')('only its owner may look at a film', async () => {
  const folder = await makeCameraFolder(join(cacheWith('x'), 'deeper'))
  expect([statSync(folder).mode & 0o77, statSync(join(folder, '..')).mode & 0o77]).toEqual([0, 0])
})
