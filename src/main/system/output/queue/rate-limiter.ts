import type { Effect } from '../../../../core/action/effect.ts'
import type { CapKind, Caps } from './rate-cap.ts'
import { capOf, createRateCap } from './rate-cap.ts'

/** Lets effects through up to their caps, and says at most once a second per kind that it did not. */
export interface Admission {
  admits(effect: Effect, nowMs: number): boolean
}

const REPORT_EVERY_MS = 1000
const WORDS: Readonly<Record<CapKind, string>> = {
  move: 'pointer moves',
  click: 'clicks',
  scroll: 'scroll steps',
  key: 'key presses',
  text: 'texts',
  media: 'media commands',
  launch: 'program starts',
}

export function createAdmission(caps: Caps, report: (message: string) => void): Admission {
  const entry = (kind: CapKind) => ({
    passes: createRateCap(caps[kind]),
    capped: 0,
    reportedAtMs: -Infinity,
  })
  const entries = {
    move: entry('move'),
    click: entry('click'),
    scroll: entry('scroll'),
    key: entry('key'),
    text: entry('text'),
    media: entry('media'),
    launch: entry('launch'),
  }
  return {
    admits(effect, nowMs) {
      const kind = capOf(effect)
      if (kind === undefined) return true
      const gate = entries[kind]
      if (gate.passes(nowMs)) return true
      gate.capped += 1
      if (nowMs - gate.reportedAtMs >= REPORT_EVERY_MS) {
        const { count, perMs } = caps[kind]
        report(
          `Too many ${WORDS[kind]}: ${gate.capped} left out (at most ${count} in ${perMs} ms).`,
        )
        gate.reportedAtMs = nowMs
        gate.capped = 0
      }
      return false
    },
  }
}
