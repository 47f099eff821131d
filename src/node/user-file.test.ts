import { execFileSync } from 'node:child_process'
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ok } from '../contract/boundary/result.ts'
import { inEnglish } from '../core/sentence/sentence.ts'
import { parseUserJson, readUserFile } from './user-file.ts'

let folder: string
let path: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'beckon-user-file-'))
  path = join(folder, 'x.json')
})
afterEach(() => rm(folder, { recursive: true }))

/** What came of it, in a word or two. */
async function came(of = path, mostBytes = 1000): Promise<string> {
  const file = await readUserFile(of, mostBytes, parseUserJson)
  if (file.kind === 'read') return JSON.stringify(file.value)
  return 'reason' in file ? `${file.kind}: ${inEnglish(file.reason)}` : file.kind
}
const cameOf = async (content: string | Buffer): Promise<string> => {
  await writeFile(path, content)
  return came()
}
const onUnix = it.skipIf(process.platform === 'win32')

describe('a file of the user’s', () => {
  it('is read, also behind a link', async () => {
    expect(await cameOf('{"a":["[[[",1]}')).toBe('{"a":["[[[",1]}')
    await symlink(path, join(folder, 'link'))
    expect(await came(join(folder, 'link'))).toBe('{"a":["[[[",1]}')
  })

  it('that is not there is missing', async () => {
    expect(await came()).toBe('missing')
    await symlink(join(folder, 'nothing'), path)
    expect(await came()).toBe('missing')
  })

  it('that is a folder is none', async () => {
    await mkdir(path)
    expect(await came()).toBe('unreadable: it is no ordinary file')
  })

  onUnix('that is a pipe is not waited for', async () => {
    execFileSync('mkfifo', [path])
    expect(await came()).toBe('unreadable: it is no ordinary file')
  })

  onUnix('that never ends is not begun', async () => {
    await symlink('/dev/zero', path)
    expect(await came()).toBe('unreadable: it is no ordinary file')
  })

  it('that is too large is not parsed', async () => {
    expect(await cameOf(`"${'x'.repeat(998)}"`)).toBe(`"${'x'.repeat(998)}"`)
    expect(await cameOf(`"${'x'.repeat(999)}"`)).toBe('broken: it is larger than 1 KB')
  })

  onUnix('is counted as it is read, whatever it says of its size', async () => {
    expect(await came('/proc/cpuinfo', 10)).toBe('broken: it is larger than 1 KB')
  })

  it('in another encoding is broken', async () => {
    expect(await cameOf(Buffer.from([0x22, 0xe4, 0x22]))).toBe('broken: it is not in UTF-8')
  })

  it.each(['', '{', '[1,]', 'null x'])('that is no JSON is broken: %j', async (text) => {
    expect(await cameOf(text)).toMatch(/^broken: it cannot be understood: /)
  })

  it('that is nested without end is broken', async () => {
    const deep = 'broken: it is nested deeper than 32 levels'
    expect(await cameOf('['.repeat(900))).toBe(deep)
    expect(await cameOf('{"a":'.repeat(33) + '1' + '}'.repeat(33))).toBe(deep)
    expect(await cameOf('['.repeat(32) + ']'.repeat(32))).toContain('[[[[')
  })

  it('never throws, whatever its parser does', async () => {
    await writeFile(path, 'x')
    const file = await readUserFile(path, 1000, () => {
      throw new RangeError('Maximum call stack size exceeded')
    })
    expect(file).toMatchObject({ kind: 'broken' })
    expect(await readUserFile(path, 1000, (text) => ok(text))).toMatchObject({ value: 'x' })
  })
})
