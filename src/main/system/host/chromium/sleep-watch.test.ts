import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import { watchClock, type Clocks } from './clock-watch.ts'
import { meansSleep, watchSleep } from './sleep-watch.ts'

const LOGIN = '/org/freedesktop/login1'

test.each([
  [`${LOGIN}: org.freedesktop.login1.Manager.PrepareForSleep (true,)`, true],
  [`${LOGIN}: org.freedesktop.login1.Manager.PrepareForSleep (false,)`, false],
  [`${LOGIN}/session/_32: org.freedesktop.login1.Session.Lock ()`, true],
  [`${LOGIN}/session/_32: org.freedesktop.login1.Session.Unlock ()`, false],
  [`${LOGIN}/session/_33: org.freedesktop.login1.Session.Lock ()`, false],
  [
    `${LOGIN}/session/_32: org.freedesktop.DBus.Properties.PropertiesChanged ('org.freedesktop.login1.Session', {'LockedHint': <true>}, @as [])`,
    true,
  ],
  ['The name org.freedesktop.login1 is owned by :1.4', false],
])('takes %s for a sleep or our own lock: %s', (line, isSleep) => {
  expect(meansSleep(line, '2')).toBe(isSleep)
})

test('knows sessions that are no numbers, and none where nobody says which is ours', () => {
  const lock = 'org.freedesktop.login1.Session.Lock ()'
  expect(meansSleep(`${LOGIN}/session/c1: ${lock}`, 'c1')).toBe(true)
  expect(meansSleep(`${LOGIN}/session/_312: ${lock}`, '12')).toBe(true)
  expect(meansSleep(`${LOGIN}/session/_312: ${lock}`, undefined)).toBe(false)
})

const made: string[] = []
afterEach(() => {
  vi.unstubAllEnvs()
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true })
})

/** A gdbus that says this, and goes on or ends. */
function putInFront(script: string): void {
  const folder = mkdtempSync(join(tmpdir(), 'beckon-gdbus-'))
  made.push(folder)
  writeFileSync(join(folder, 'gdbus'), `#!/bin/sh\n${script}\n`)
  chmodSync(join(folder, 'gdbus'), 0o755)
  vi.stubEnv('PATH', `${folder}:${process.env['PATH'] ?? ''}`)
}

/** Clocks that are put on by hand. */
function handClocks(): Clocks & { wall: number; look: () => void; isWatched: () => boolean } {
  let act: (() => void) | undefined
  const clocks = {
    wall: 1_000_000,
    wallMs: () => clocks.wall,
    awakeMs: () => 0,
    every: (_periodMs: number, look: () => void) => {
      act = look
      return () => (act = undefined)
    },
    look: () => act?.(),
    isWatched: () => act !== undefined,
  }
  return clocks
}

const isLinux = process.platform === 'linux'
test.skipIf(!isLinux)('hears what the system tells (skipped off Linux)', async () => {
  putInFront(
    `echo '${LOGIN}: org.freedesktop.login1.Manager.PrepareForSleep (true,)'; exec sleep 60`,
  )
  const onSleep = vi.fn()
  const stop = watchSleep(onSleep, handClocks(), {})
  await vi.waitFor(() => expect(onSleep).toHaveBeenCalledOnce(), 5000)
  stop()
})

test.skipIf(!isLinux)('goes by the clock where nobody tells (skipped off Linux)', async () => {
  putInFront('exit 1')
  const clocks = handClocks()
  const stop = watchSleep(() => undefined, clocks, {})
  await vi.waitFor(() => expect(clocks.isWatched()).toBe(true), 5000)
  stop()
  expect(clocks.isWatched()).toBe(false)
})

test('knows a sleep by the clock, once, and not a clock that is put right', () => {
  const clocks = handClocks()
  const onSlept = vi.fn()
  watchClock(onSlept, clocks)
  clocks.wall += 3000
  clocks.look()
  expect(onSlept).not.toHaveBeenCalled()
  clocks.wall += 60_000
  clocks.look()
  clocks.look()
  expect(onSlept).toHaveBeenCalledOnce()
  clocks.wall -= 3_600_000
  clocks.look()
  expect(onSlept).toHaveBeenCalledOnce()
})
