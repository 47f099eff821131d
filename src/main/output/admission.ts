import { say } from '../../contract/say.ts'
import type { Effect } from '../../core/action/effect.ts'
import type { Sentence } from '../../core/sentence.ts'
import type { CapKind, Caps } from './rate-cap.ts'
import { capOf, createRateCap } from './rate-cap.ts'

/** Lets effects through up to their caps, and says at most once a second per kind that it did not. */
export interface Admission {
  admits(effect: Effect, nowMs: number): boolean
}

const REPORT_EVERY_MS = 1000
const WORDS: Readonly<Record<CapKind, Sentence>> = {
  move: say('pointer moves'),
  click: say('clicks'),
  scroll: say('scroll steps'),
  key: say('key presses'),
  text: say('texts'),
  media: say('media commands'),
  launch: say('program starts'),
}

export function createAdmission(caps: Caps, report: (message: Sentence) => void): Admission {
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
          say(
            'Too many {}: {} left out (at most {} in {} ms).',
            WORDS[kind],
            gate.capped,
            count,
            perMs,
          ),
        )
        gate.reportedAtMs = nowMs
        gate.capped = 0
      }
      return false
    },
  }
}
