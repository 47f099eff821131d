import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { configHome, dataDir } from './data-dir.ts'

const HOME = '/home/anna'

test.each([
  [undefined, '/home/anna/.config/beckon'],
  ['', '/home/anna/.config/beckon'],
  ['conf', '/home/anna/.config/beckon'],
  ['./conf', '/home/anna/.config/beckon'],
  ['~/.config', '/home/anna/.config/beckon'],
  ['/srv/conf', '/srv/conf/beckon'],
])('on Linux XDG_CONFIG_HOME=%s leads to %s', (value, folder) => {
  expect(dataDir({ XDG_CONFIG_HOME: value }, 'linux', HOME)).toBe(folder)
  expect(`${configHome({ XDG_CONFIG_HOME: value }, HOME)}/beckon`).toBe(folder)
})

test.each([
  [undefined, 'C:\\Users\\Anna\\AppData\\Roaming\\Beckon'],
  ['', 'C:\\Users\\Anna\\AppData\\Roaming\\Beckon'],
  ['AppData', 'C:\\Users\\Anna\\AppData\\Roaming\\Beckon'],
  ['D:\\Roaming', 'D:\\Roaming\\Beckon'],
])('on Windows APPDATA=%s leads to %s', (value, folder) => {
  expect(dataDir({ APPDATA: value }, 'win32', 'C:\\Users\\Anna')).toBe(folder)
})

test('macOS has one place', () => {
  const folder = '/Users/anna/Library/Application Support/Beckon'
  expect(dataDir({ XDG_CONFIG_HOME: '/srv' }, 'darwin', '/Users/anna')).toBe(folder)
})

test.each([
  ['', '/home/anna/.config/beckon'],
  ['  ', '/home/anna/.config/beckon'],
  ['~', HOME],
  ['~/beckon', `${HOME}/beckon`],
  ['~beckon', resolve('~beckon')],
  ['mine', resolve('mine')],
  ['/srv/beckon', '/srv/beckon'],
])('BECKON_HOME=%s leads to %s', (value, folder) => {
  expect(dataDir({ BECKON_HOME: value }, 'linux', HOME)).toBe(folder)
})
