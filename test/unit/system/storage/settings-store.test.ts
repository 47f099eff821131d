import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { settingsSchema } from '../../../../src/contract/channels/settings.ts'
import { openSettings } from '../../../../src/main/system/storage/settings-store.ts'
import { inWords } from '../../../support/in-words.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'beckon-settings-'))
})
afterEach(() => rm(folder, { recursive: true }))

const DEFAULTS = settingsSchema.parse({})

describe('the settings', () => {
  it('start with defaults and are remembered', async () => {
    const first = await openSettings(join(folder, 'new', 'folder'))
    expect([first.current(), first.problems()]).toEqual([DEFAULTS, []])
    const camera = { kind: 'device', label: 'HD Webcam' } as const
    expect(await first.change({ camera, project: 'presentation' })).toEqual({ ok: true, value: {} })
    const second = await openSettings(join(folder, 'new', 'folder'))
    expect(second.current()).toEqual({ ...DEFAULTS, camera, project: 'presentation' })
  })

  it('are followed from how they are, through every change, until it is enough', async () => {
    const settings = await openSettings(folder)
    const followed: string[] = []
    const stop = settings.follow(({ theme }) => followed.push(theme))
    await settings.change({ theme: 'dark' })
    stop()
    await settings.change({ theme: 'light' })
    expect(followed).toEqual(['system', 'dark'])
  })

  it('hold the last of many changes at once', async () => {
    const settings = await openSettings(folder)
    await Promise.all(['a', 'b', 'c', 'd'].map((project) => settings.change({ project })))
    expect((await openSettings(folder)).current().project).toBe('d')
    expect(await readdir(folder)).toEqual(['settings.json'])
  })

  it.each(['', '{"theme":', '[]', '{"theme": "pink"}', 'null', '{"camera": {"kind": "spy"}}'])(
    'that are broken (%j) are kept aside, each under a name of its own',
    async (text) => {
      for (const round of [1, 2]) {
        await writeFile(join(folder, 'settings.json'), text)
        const settings = await openSettings(folder)
        expect(settings.current()).toEqual(DEFAULTS)
        expect(inWords(settings.problems()[0]?.message)).toContain(`settings.broken-${round}.json`)
      }
      expect(await readdir(folder)).toEqual(['settings.broken-1.json', 'settings.broken-2.json'])
      expect(await readFile(join(folder, 'settings.broken-1.json'), 'utf8')).toBe(text)
    },
  )

  it('of a newer version are read, its unknown fields passed over and kept', async () => {
    await writeFile(join(folder, 'settings.json'), '{"project": "desktop", "hologram": true}')
    const settings = await openSettings(folder)
    expect([settings.current().project, settings.problems()]).toEqual(['desktop', []])
    await settings.change({ theme: 'dark' })
    const text = await readFile(join(folder, 'settings.json'), 'utf8')
    expect(JSON.parse(text)).toMatchObject({ hologram: true, theme: 'dark' })
  })

  it('that cannot be written still hold, and the reason is said', async () => {
    const settings = await openSettings(join(folder, 'elsewhere'))
    await writeFile(join(folder, 'elsewhere'), '')
    const changed = await settings.change({ project: 'desktop' })
    expect(inWords(changed)).toMatchObject({
      ok: false,
      problem: { message: expect.stringContaining('could not be remembered') },
    })
    expect(settings.current().project).toBe('desktop')
  })

  it('are whole on disk at every moment of writing, also when the app is killed', async () => {
    const writer = spawn(process.execPath, ['--input-type=module', '-e', ENDLESS_WRITER, folder])
    await once(writer.stdout, 'data')
    for (let read = 0; read < 100; read += 1) await expectWhole()
    writer.kill('SIGKILL')
    await once(writer, 'exit')
    await expectWhole()
    expect((await openSettings(folder)).problems()).toEqual([])
  }, 30_000)

  const expectWhole = async (): Promise<void> => {
    const text = await readFile(join(folder, 'settings.json'), 'utf8')
    expect(JSON.parse(text).project).toHaveLength(LONG)
  }
})

const LONG = 500_000
const STORE = join(import.meta.dirname, '../../../../src/main/system/storage/settings-store.ts')
const ENDLESS_WRITER = `
  const { openSettings } = await import(${JSON.stringify(STORE)})
  const settings = await openSettings(process.argv[1])
  for (let round = 0; ; round += 1) {
    await settings.change({ project: String(round % 10).repeat(${LONG}) })
    if (round === 0) process.stdout.write('writing')
  }`
