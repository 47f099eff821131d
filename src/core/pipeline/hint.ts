import { handGate } from '../hand/hand-gate.ts'
import type { HandGate } from '../hand/hand-gate.ts'
import type { HandTracks } from '../hand/hand-tracks.ts'
import type { Mode } from '../gesture/mode.ts'

const WORDS: Readonly<Record<HandGate, string | undefined>> = {
  open: undefined,
  bystander: 'Somebody else is in control.',
  'too-close': 'Your hand is too close to the camera.',
  'too-far': 'Your hand is too far from the camera.',
  'cut-off': 'Your hand is cut off by the edge of the picture.',
  unclear: 'The camera does not see your hand clearly.',
}

/** Why nothing acts, as far as the hands tell. A hand that may act silences what bars the other one. */
export function hintFor(mode: Mode, { left, right }: HandTracks): string | undefined {
  if (mode === 'paused') return 'Paused.'
  const gates = [left, right].flatMap((track) => (track === undefined ? [] : [handGate(track)]))
  const barred = gates.includes('open') ? undefined : gates[0]
  if (barred !== undefined) return WORDS[barred]
  if (mode === 'watching') return 'Hold up an open palm to take control.'
  return gates.length === 0 ? 'Show a hand to the camera.' : undefined
}
