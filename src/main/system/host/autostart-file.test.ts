import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { autostartFolder, setAutostart } from './autostart-file.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'beckon-autostart-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true })
})

it('lies where the desktop looks for it', () => {
  expect(autostartFolder({ XDG_CONFIG_HOME: '/home/me/.settings' })).toBe(
    '/home/me/.settings/autostart',
  )
  expect(autostartFolder({ XDG_CONFIG_HOME: '' })).toMatch(/[/]\.config[/]autostart$/)
})

it('starts the program with what it is given, whatever is in its path, and no more when it is off', () => {
  const inside = join(folder, 'autostart')
  setAutostart(inside, ['/opt/My "100%" $apps/beckon', '--hidden', '--paused'], true)
  setAutostart(inside, ['/opt/My "100%" $apps/beckon', '--hidden', '--paused'], true)
  const file = join(inside, 'beckon.desktop')
  expect(readFileSync(file, 'utf8').split('\n')).toContain(
    String.raw`Exec="/opt/My \\"100%%\\" \\$apps/beckon" "--hidden" "--paused"`,
  )
  setAutostart(inside, [], false)
  setAutostart(inside, [], false)
  expect(existsSync(file)).toBe(false)
})
