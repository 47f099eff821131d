import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { playsFile, readCommandLine } from './command-line.mjs'
import { differingPackages } from './dependencies.mjs'
import { lacksDisplay } from './display.mjs'
import { exitCode } from './run.mjs'
import { hashOf, writeStamp } from './stamps.mjs'
import { systemNeeds } from './system-packages.mjs'

describe('dependencies are up to date', () => {
  const lock = {
    packages: {
      '': {},
      'node_modules/a': { version: '1.0.0' },
      'node_modules/b': { version: '2.0.0' },
      'node_modules/other-system': { version: '1.0.0', optional: true },
    },
  }
  const installed = (a: string) => ({
    packages: { 'node_modules/a': { version: a }, 'node_modules/b': { version: '2.0.0' } },
  })

  test('when each package is there in the version of the lock file', () => {
    expect(differingPackages(lock, installed('1.0.0'))).toEqual([])
  })
  test('but not when one has another version or is missing', () => {
    expect(differingPackages(lock, installed('1.0.1'))).toEqual(['a'])
    expect(differingPackages(lock, { packages: {} })).toEqual(['a', 'b'])
  })
})

const isLinux = process.platform === 'linux'
test.skipIf(!isLinux)('a note that may not be written is no reason not to start (Linux)', () => {
  expect(() => {
    writeStamp('electron', {}, '/sys/beckon')
  }).not.toThrow()
  expect(() => {
    writeStamp('electron', {}, join(import.meta.filename, 'below-a-file'))
  }).toThrow('ENOTDIR')
})

describe('the hash of what a step is made from', () => {
  let root = ''
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'beckon-stamps-'))
    mkdirSync(join(root, 'src'))
    writeFileSync(join(root, 'src', 'a.ts'), 'one')
  })
  afterEach(() => rmSync(root, { recursive: true }))
  const hash = () =>
    hashOf(['src', 'absent'], { root, isIgnored: (name: string) => name.endsWith('.test.ts') })

  test('changes with a content and with a name', () => {
    const before = hash()
    expect(hash()).toBe(before)
    renameSync(join(root, 'src', 'a.ts'), join(root, 'src', 'b.ts'))
    expect(hash()).not.toBe(before)
    renameSync(join(root, 'src', 'b.ts'), join(root, 'src', 'a.ts'))
    expect(hash()).toBe(before)
    writeFileSync(join(root, 'src', 'a.ts'), 'two')
    expect(hash()).not.toBe(before)
  })
  test('does not change with a test', () => {
    const before = hash()
    writeFileSync(join(root, 'src', 'a.test.ts'), 'one')
    expect(hash()).toBe(before)
  })
})

describe('system packages', () => {
  const start = { verb: 'start', needsBrowser: false, needsDisplay: false, playsFile: false }
  test('starting on a desktop with Electron needs next to nothing', () => {
    expect(systemNeeds(start)).toEqual(['xtst'])
  })
  test('starting without Electron, on a server, with a video needs their programs', () => {
    const bare = { verb: 'start', needsBrowser: true, needsDisplay: true, playsFile: true }
    expect(systemNeeds(bare)).toEqual(['browser', 'xvfb', 'xtst', 'ffmpeg'])
  })
  test('the tests need all that starting needs', () => {
    expect(systemNeeds({ ...start, verb: 'test' })).toEqual(
      expect.arrayContaining(['browser', 'xvfb', 'xtst', 'ffmpeg', 'pulseaudio', 'xdotool']),
    )
  })
})

describe('the command line', () => {
  test('is read by the app itself', () => {
    expect(readCommandLine(['--host', 'headless', '--camera', 'a.mp4'])).toEqual({
      kind: 'run',
      host: 'headless',
      camera: 'a.mp4',
    })
  })
  test('is refused by name before anything is built', () => {
    const answer = readCommandLine(['--fast'])
    expect(answer.kind).toBe('problem')
    expect(answer.text).toContain('--fast')
  })
  test.each([
    ['walk.mp4', true],
    ['./walk', true],
    ['demo:circle', false],
    ['HD Webcam C920', false],
    [undefined, false],
  ])('--camera %s plays a file: %s', (camera, expected) => {
    expect(playsFile(camera)).toBe(expected)
  })
})

test('only Linux without any display lacks one', () => {
  expect(lacksDisplay({}, 'linux')).toBe(true)
  expect(lacksDisplay({ DISPLAY: ':0' }, 'linux')).toBe(false)
  expect(lacksDisplay({ WAYLAND_DISPLAY: 'wayland-0' }, 'linux')).toBe(false)
  expect(lacksDisplay({}, 'darwin')).toBe(false)
})

test('an app ended by a signal gives the code that shells give', () => {
  expect([exitCode(3, null), exitCode(null, 'SIGTERM')]).toEqual([3, 143])
})
