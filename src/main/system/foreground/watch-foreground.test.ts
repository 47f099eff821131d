import { expect, it } from 'vitest'
import { inEnglish } from '../../../core/sentence/sentence.ts'
import { whyOff, type ForegroundSystem } from './watch-foreground.ts'

it.each<[string, ForegroundSystem, RegExp]>([
  ['Windows', { platform: 'win32', env: {} }, /Windows/],
  ['macOS', { platform: 'darwin', env: {} }, /macOS/],
  [
    'Wayland',
    { platform: 'linux', env: { DISPLAY: ':0', WAYLAND_DISPLAY: 'wayland-0' } },
    /Wayland/,
  ],
  ['a server', { platform: 'linux', env: {} }, /no display/],
  ['no xprop', { platform: 'linux', env: { DISPLAY: ':0', PATH: '/nowhere' } }, /x11-utils/],
])('is off with a reason: %s', (_name, system, reason) => {
  const why = whyOff(system)
  expect(why && inEnglish(why)).toMatch(reason)
})
