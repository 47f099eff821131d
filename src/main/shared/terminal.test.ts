import { expect, test } from 'vitest'
import type { AppState } from '../../contract/channels/app-state.ts'
import { onlyEnglish } from '../../core/sentence/sentence.ts'
import { createTerminal } from './terminal.ts'

const initial: AppState = {
  mode: 'watching',
  project: { id: 'desktop', name: 'Desktop' },
  camera: { kind: 'closed' },
  tracker: { kind: 'loading', name: 'mediapipe' },
  handCount: 0,
  isDryRun: false,
  problems: [],
}

test('the same line is not said every second while nothing goes on', () => {
  const lines: string[] = []
  const terminal = createTerminal({ write: (text) => lines.push(text) })
  const waiting = {
    atMs: 0,
    state: initial,
    pointer: undefined,
    framesPerS: 0,
    latencyMs: undefined,
  }
  terminal.pulse(waiting)
  terminal.pulse(waiting)
  terminal.pulse(waiting)
  terminal.pulse({ ...waiting, atMs: 900, framesPerS: 30 })
  terminal.pulse({ ...waiting, atMs: 1900, framesPerS: 30 })
  expect(lines).toHaveLength(3)
})

test('obeys nobody whose words it shows', () => {
  let written = ''
  const terminal = createTerminal({ write: (text) => (written += text) })
  terminal.say('\u001b[2Jsaid')
  terminal.problem({ message: onlyEnglish('a\nb\u001b]0;x\u0007'), fix: onlyEnglish('\u009bfix') })
  terminal.fault(Object.assign(new Error('x'), { stack: 'Error: \u001b[31mx\n    at here' }))
  expect(written).toBe(
    [
      String.raw`\u001b[2Jsaid`,
      String.raw`a\u000ab\u001b]0;x\u0007`,
      String.raw`  → \u009bfix`,
      String.raw`Error: \u001b[31mx`,
      '    at here',
      '',
    ].join('\n'),
  )
})
