import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { allowCamera } from './camera-permission.ts'

let profile = ''
beforeEach(() => {
  profile = mkdtempSync(join(tmpdir(), 'beckon-profile-'))
})
afterEach(() => {
  rmSync(profile, { recursive: true, force: true })
})

const file = (): string => join(profile, 'Default', 'Preferences')
const read = (): unknown => JSON.parse(readFileSync(file(), 'utf8'))
function write(text: string): void {
  mkdirSync(join(profile, 'Default'), { recursive: true })
  writeFileSync(file(), text)
}

it('allows the camera in a profile that does not exist yet', () => {
  allowCamera(profile)
  expect(read()).toEqual({
    profile: { default_content_setting_values: { media_stream_camera: 1 } },
  })
})

it('keeps everything else that the browser has written', () => {
  write(JSON.stringify({ a: 1, profile: { b: 2, default_content_setting_values: { c: 3 } } }))
  allowCamera(profile)
  expect(read()).toEqual({
    a: 1,
    profile: { b: 2, default_content_setting_values: { c: 3, media_stream_camera: 1 } },
  })
})

it('leaves a file alone that it cannot read', () => {
  write('{ broken')
  allowCamera(profile)
  expect(readFileSync(file(), 'utf8')).toBe('{ broken')
})
