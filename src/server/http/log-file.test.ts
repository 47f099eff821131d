import { mkdtempSync, readdirSync, rmSync, statSync, symlinkSync, unlinkSync } from 'node:fs'
import { readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openLogFile } from './log-file.ts'

let dir: string
beforeEach(() => void (dir = mkdtempSync(join(tmpdir(), 'beckon-log-'))))
afterEach(() => rmSync(dir, { recursive: true, force: true }))

const modeOf = (path: string): number => statSync(path).mode & 0o777

test('its folder and files, old ones too, are for their owner alone', async () => {
  const folder = join(dir, 'logs')
  const file = await openLogFile(folder, () => undefined)
  file.write('one\n')
  const path = join(folder, 'beckon-serve.1.log')
  await expect.poll(() => readFileSync(path, 'utf8')).toBe('one\n')
  expect([modeOf(folder), modeOf(path)]).toEqual([0o700, 0o600])
  writeFileSync(join(folder, 'beckon-serve.0.log'), 'old\n', { mode: 0o644 })
  await openLogFile(folder, () => undefined)
  expect(readdirSync(folder).map((name) => modeOf(join(folder, name)))).toEqual([0o600, 0o600])
})

test.runIf(process.platform === 'linux')(
  'says once that the disk is full, and writes again when it is not',
  async () => {
    const path = join(dir, 'beckon-serve.1.log')
    symlinkSync('/dev/full', path)
    const said: string[] = []
    const file = await openLogFile(dir, (why) => said.push(why), 0)
    for (let line = 0; line < 20; line++) {
      file.write(`${line}\n`)
      await new Promise((resolve) => setImmediate(resolve))
    }
    await expect.poll(() => said).toEqual([expect.stringContaining('ENOSPC')])
    expect(file.trouble()).toBe(said[0])
    unlinkSync(path)
    await expect
      .poll(() => {
        file.write('again\n')
        return file.trouble()
      })
      .toBeUndefined()
    expect(readFileSync(path, 'utf8')).toContain('again\n')
  },
)

test('a folder that cannot be is trouble in words, and no error', async () => {
  writeFileSync(join(dir, 'a file'), '')
  const said: string[] = []
  const file = await openLogFile(join(dir, 'a file', 'logs'), (why) => said.push(why))
  file.write('lost\n')
  expect(said).toEqual([expect.stringContaining('ENOTDIR')])
})
