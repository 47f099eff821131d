import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { inputArgs, limitedTool } from './media-tool.ts'

test.each(['-v.mp4', '12:30.mp4', 'pipe:0', 'concat:a|b'])(
  'a file in the working folder that is named %j is given as a file',
  (name) => {
    expect(inputArgs(name).slice(-2)).toEqual(['-i', `file:${join(process.cwd(), name)}`])
  },
)

/** A folder of programs that tell what they were started with; nothing else is on the path but where a shell lies. */
function onlyOnPath(...programs: readonly string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'beckon-tools-'))
  onTestFinished(() => {
    vi.unstubAllEnvs()
    rmSync(folder, { recursive: true })
  })
  for (const program of programs) {
    writeFileSync(
      join(folder, program),
      '#!/bin/sh\necho "$(ulimit -v) $(ulimit -t) $(ulimit -c) $*"\n',
      {
        mode: 0o755,
      },
    )
  }
  return folder
}

test.skipIf(process.platform !== 'linux')(
  'ffmpeg has limits of memory, time and core files',
  () => {
    vi.stubEnv('PATH', `${onlyOnPath('ffmpeg')}:${process.env['PATH'] ?? ''}`)
    const { program, args } = limitedTool('ffmpeg', ['-i', 'x'], 60)
    expect(execFileSync(program, args, { encoding: 'utf8' }).trim()).toBe('4194304 60 0 -i x')
  },
)

test('where prlimit is not there, ffmpeg runs without', () => {
  vi.stubEnv('PATH', onlyOnPath('ffmpeg'))
  expect(limitedTool('ffmpeg', ['-i', 'x'])).toEqual({ program: 'ffmpeg', args: ['-i', 'x'] })
})

test('a program that is not there is told of by its absence, and not by prlimit', () => {
  vi.stubEnv('PATH', onlyOnPath('prlimit'))
  expect(limitedTool('ffprobe', [])).toEqual({ program: 'ffprobe', args: [] })
})
