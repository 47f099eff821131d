import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { execFileSync } from 'node:child_process'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openKey } from './service-key.ts'
import { tokenIn } from './token-file.ts'

let dir: string
let path: string
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'beckon-token-'))
  path = join(dir, 'data', 'service-token')
})
afterEach(() => rmSync(dir, { recursive: true }))

test('is made at the first start, for its owner alone, and is the same from then on', async () => {
  const tokens = await Promise.all([tokenIn(path), tokenIn(join(dir, 'other'))])
  expect(tokens[0]).toMatch(/^[0-9a-f]{64}$/)
  expect(tokens[0]).not.toBe(tokens[1])
  expect(await tokenIn(path)).toBe(tokens[0])
  expect(readFileSync(path, 'utf8').trim()).toBe(tokens[0])
  expect([statSync(path).mode & 0o777, statSync(join(dir, 'data')).mode & 0o777]).toEqual([
    0o600, 0o700,
  ])
})

test('one that a person wrote is taken', async () => {
  path = join(dir, 'mine')
  writeFileSync(path, '  a token of my own \n', { mode: 0o600 })
  expect(await tokenIn(path)).toBe('a token of my own')
})

describe.skipIf(process.platform === 'win32')('is refused in words when it', () => {
  test.each([
    ['can be read by others', () => writeFileSync(path, 'a token of my own'), 0o644, /chmod 600/],
    ['is short', () => writeFileSync(path, 'short'), 0o600, /too short: it needs 16/],
    ['is empty', () => writeFileSync(path, ''), 0o600, /too short/],
    ['is not text', () => writeFileSync(path, 'ß'.repeat(20)), 0o600, /ASCII/],
    ['is a pipe', () => execFileSync('mkfifo', [path]), 0o600, /is no file/],
  ])('%s', async (_name, make, mode, words) => {
    path = join(dir, 'mine')
    make()
    chmodSync(path, mode)
    await expect(tokenIn(path)).rejects.toThrow(words)
  })
})

test('a person at a terminal gets an address to open, and a log gets to know no token', async () => {
  const source = { kind: 'file', path: undefined } as const
  const [terminal, log] = await Promise.all(
    [true, false].map((isTerminal) => openKey(source, { usualFile: path, isTerminal })),
  )
  expect(terminal?.query).toBe(`?token=${terminal?.token}`)
  expect([log?.query, log?.file]).toEqual(['', path])
  const open = await openKey({ kind: 'none' }, { usualFile: path, isTerminal: true })
  expect(open).toMatchObject({
    token: undefined,
    query: '',
    words: expect.stringMatching(/^NO TOKEN/),
  })
})
