import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Vector3 } from '../../../src/core/geometry/vector.ts'
import type { HandFrame } from '../../../src/core/hand/hand-frame.ts'
import { inEnglish } from '../../../src/core/sentence/sentence.ts'
import { recordedProject } from '../../../src/main/features/recordings/recorded-project.ts'
import { createRecordablePipeline } from '../../../src/main/features/recordings/recordable-pipeline.ts'
import { replay } from '../../../src/main/features/recordings/replay.ts'
import { DESKTOP, shippedProject } from './stage.ts'

/*
 * Real hands, as the app itself records them (src/main/recordings): landmarks and events, no pictures; `npm run replay` plays
 * them. Made by evals/record-landmarks.ts, with landmarks to four digits and somebody in control of the shipped desktop.
 */
const FOLDER = join(import.meta.dirname, '../../recordings')
const SCALE = 10_000

export const recordingText = (name: string): string =>
  readFileSync(join(FOLDER, `${name}.jsonl`), 'utf8')

export function readRecording(name: string): HandFrame[] {
  const result = replay(recordingText(name), recordedProject)
  if (!result.ok) throw new Error(`readRecording: ${name}: ${inEnglish(result.problem.message)}`)
  return result.value.steps.flatMap(({ call }) => (call.call === 'step' ? [call.frame] : []))
}

export function writeRecording(name: string, frames: readonly HandFrame[]): void {
  const settings = { desktop: DESKTOP, isEngagedPinned: true, mode: 'engaged' as const }
  const pipeline = createRecordablePipeline({ ...settings, project: shippedProject('desktop') })
  const lines: string[] = []
  pipeline.record((line) => lines.push(line))
  for (const [sequence, frame] of frames.entries()) pipeline.step(rounded(frame, sequence))
  writeFileSync(join(FOLDER, `${name}.jsonl`), `${lines.join('\n')}\n`)
}

/** What was seen, without digits that no tracker knows. The clock of the machine that recorded it says nothing. */
function rounded({ atMs, aspectRatio, hands }: HandFrame, sequence: number): HandFrame {
  const timeMs = Math.round(atMs * 10) / 10
  return {
    ...{ sequence, atMs: timeMs, capturedAtMs: timeMs + 1, aspectRatio: toFour(aspectRatio) },
    hands: hands.map(({ handedness, score, landmarks, world }) => ({
      ...{ handedness, score: Math.round(score * 100) / 100 },
      ...{ landmarks: landmarks.map(roundedPoint), world: world.map(roundedPoint) },
    })),
  }
}

const toFour = (value: number): number => Math.round(value * SCALE) / SCALE
const roundedPoint = ({ x, y, z }: Vector3): { x: number; y: number; z: number } => ({
  ...{ x: toFour(x), y: toFour(y), z: toFour(z) },
})
