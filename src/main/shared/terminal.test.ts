import { expect, test } from 'vitest'
import type { AppState } from '../../contract/channels/app-state.ts'
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
