import { expect, test } from 'vitest'
import { launchFlags, parseExtraFlags, type LaunchFacts } from './launch-flags.ts'

const facts: LaunchFacts = {
  url: 'file:///data/profile/open-beckon.html',
  server: '127.0.0.1:4000',
  profileDir: '/data/profile',
  isHeadless: false,
  platform: 'linux',
  isRoot: false,
  hasGpu: true,
  extra: [],
}
const differing = (change: Partial<LaunchFacts>): { added: string[]; removed: string[] } => {
  const usual = launchFlags(facts)
  const flags = launchFlags({ ...facts, ...change })
  return {
    added: flags.filter((flag) => !usual.includes(flag)),
    removed: usual.filter((flag) => !flags.includes(flag)),
  }
}

test('opens an app window with a profile of its own that reaches this computer only', () => {
  expect(launchFlags(facts)).toEqual(
    expect.arrayContaining([
      '--app=file:///data/profile/open-beckon.html',
      '--user-data-dir=/data/profile',
      '--proxy-server=127.0.0.1:4000',
      '--disable-background-networking',
    ]),
  )
})

test('keeps the sandbox except for root on Linux', () => {
  expect(launchFlags(facts)).not.toContain('--no-sandbox')
  expect(differing({ isRoot: true }).added).toEqual(['--no-sandbox', '--test-type'])
  expect(differing({ isRoot: true, platform: 'darwin' }).added).toEqual([])
})

test('draws in software only without a graphics card', () => {
  expect(differing({ hasGpu: false })).toEqual({
    added: ['--enable-unsafe-swiftshader'],
    removed: [],
  })
})

test('opens the same page without a window when headless', () => {
  expect(differing({ isHeadless: true })).toEqual({
    added: ['--headless=new', facts.url],
    removed: ['--window-size=1200,760', `--app=${facts.url}`],
  })
})

test.each([
  [undefined, []],
  ['  --a   --b=1 ', ['--a', '--b=1']],
  ['["--file=/my films/a.mjpeg", "--b"]', ['--file=/my films/a.mjpeg', '--b']],
  ['[broken', []],
])('reads extra flags from %o', (text, expected) => {
  expect(parseExtraFlags(text)).toEqual(expected)
})
