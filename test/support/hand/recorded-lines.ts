import { createRecordablePipeline } from '../../../src/main/features/recordings/recordable-pipeline.ts'
import { makeFrame, makeHand } from './make-hand.ts'
import { DESKTOP, shippedProject } from './stage.ts'

/** A recording of a hand that keeps still for so many frames, and of the pause after them. */
export function recordedLines(frames: number): readonly string[] {
  const settings = { desktop: DESKTOP, isEngagedPinned: false, mode: 'engaged' as const }
  const pipeline = createRecordablePipeline({ ...settings, project: shippedProject('desktop') })
  const lines: string[] = []
  pipeline.record((line) => lines.push(line))
  for (let at = 0; at < frames; at += 1) {
    pipeline.step(makeFrame(at * 33, [makeHand({ shape: 'relaxed' })]))
  }
  pipeline.setMode('paused', frames * 33)
  return lines
}
