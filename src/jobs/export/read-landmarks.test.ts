import { mkdtempSync, readdirSync, readlinkSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { expect, onTestFinished, test } from 'vitest'
import { readAs } from './read-landmarks.ts'

const FDS = '/proc/self/fd'

test.runIf(process.platform === 'linux')(
  'a file is let go of when whoever asked for its figures has gone',
  async () => {
    const dir = mkdtempSync(join(tmpdir(), 'beckon-figures-'))
    onTestFinished(() => rmSync(dir, { recursive: true }))
    const path = join(dir, 'a.jsonl')
    const video = { width_px: 2, height_px: 2, frames_per_s: 1, duration_ms: 1000 }
    const header = { format: 'beckon-pose', version: 1, video, model: 'full', every_nth: 1 }
    const frame = JSON.stringify({ frame: 0, time_ms: 0, people: [] })
    writeFileSync(path, `${JSON.stringify(header)}\n${`${frame}\n`.repeat(100_000)}`)
    const open = (): number =>
      readdirSync(FDS).filter((fd) => {
        try {
          return readlinkSync(join(FDS, fd)) === path
        } catch {
          return false
        }
      }).length
    const answer = Readable.from(readAs(path, 'json'))
    let parts = 0
    for await (const part of answer) {
      parts += String(part).length > 0 ? 1 : 0
      if (parts === 3) break
    }
    expect(answer.destroyed).toBe(true)
    await expect.poll(open, { timeout: 20_000 }).toBe(0)
  },
)
