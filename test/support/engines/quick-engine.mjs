/**
 * An engine that is not ours, as docs/protocols/video-workers.md describes one: it looks at no picture. The video's name says how
 * it behaves: quick, slow (reports and goes on until it is ended), endless (does not know its length), dawdles (slow when it is begun for the first time), dies, refuses.
 */
import { spawn } from 'node:child_process'
import { existsSync, writeFileSync } from 'node:fs'
import { createInterface } from 'node:readline'

const say = (report) => process.stdout.write(`${JSON.stringify(report)}\n`)
const lines = createInterface({ input: process.stdin })
lines.once('line', (line) => {
  const { video_path, result_path, annotated_path, options } = JSON.parse(line)
  const video = { width_px: 2, height_px: 2, frames_per_s: 1, duration_ms: 1000 }
  const header = {
    format: 'beckon-pose',
    version: 1,
    video,
    model: 'other',
    every_nth: options.every_nth,
  }
  writeFileSync(result_path, `${JSON.stringify(header)}\n{"frame":0,"time_ms":0,"people":[]}\n`)
  if (annotated_path !== undefined) writeFileSync(annotated_path, '0123456789')
  say({ kind: 'progress', frames_done: 1, frames_total: video_path.includes('endless') ? 0 : 4 })
  const isSecondTime = existsSync(`${video_path}.begun`)
  if (video_path.includes('dawdles')) writeFileSync(`${video_path}.begun`, '')
  if (video_path.includes('slow') || (video_path.includes('dawdles') && !isSecondTime)) {
    spawn('sleep', ['1000'])
    setInterval(() => undefined, 1000)
  } else if (video_path.includes('dies')) process.exit(7)
  else if (video_path.includes('refuses')) say({ kind: 'failed', reason: 'no taste' })
  else say({ kind: 'completed' })
})
lines.once('close', () => process.exit(0))
