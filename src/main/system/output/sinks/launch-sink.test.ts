import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createLaunchSink, isForOpener, startOpener } from './launch-sink.ts'

describe('launching', () => {
  let folder: string
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'beckon-launch-'))
  })
  afterAll(() => rm(folder, { recursive: true }))

  it('starts a program with its arguments as they are, without a shell', async () => {
    const out = join(folder, 'out')
    const script = 'require("fs").writeFileSync(process.argv[1], process.argv[2])'
    await createLaunchSink().open(process.execPath, ['-e', script, out, '$HOME; rm "x" && y'])
    expect(await readFile(out, 'utf8')).toBe('$HOME; rm "x" && y')
  })

  it('says which program is not there', async () => {
    await expect(createLaunchSink().open('no-such-program', [])).rejects.toThrow(
      'no-such-program could not be started',
    )
  })

  it('says when a program ends at once with a failure', async () => {
    await expect(
      createLaunchSink().open(process.execPath, ['-e', 'process.exit(3)']),
    ).rejects.toThrow('ended at once with code 3')
  })

  it('opens addresses, folders and documents with what the system has, and runs programs', async () => {
    const document = join(folder, 'notes.txt')
    const program = join(folder, 'program')
    await writeFile(document, '')
    await writeFile(program, '')
    await chmod(program, 0o755)
    const targets = ['https://example.org/?a=1&b', 'mailto:a@b', folder, document, program, 'ls']
    expect(targets.map(isForOpener)).toEqual([true, true, true, true, false, false])
  })

  it('opens without a shell on each system', () => {
    const url = 'https://example.org/?a=1&b=2'
    expect(startOpener('linux', url)).toEqual(['xdg-open', url])
    expect(startOpener('darwin', url)).toEqual(['open', url])
    expect(startOpener('win32', url)).toEqual(['explorer.exe', url])
  })
})
