import { handGate } from '../hand/hand-gate.ts'
import type { HandGate } from '../hand/hand-gate.ts'
import type { HandTracks } from '../hand/hand-tracks.ts'
import type { Mode } from '../gesture/mode.ts'
import { say } from '../sentence/say.ts'
import type { Sentence } from '../sentence/sentence.ts'

const BARRED: Readonly<Record<HandGate, Sentence | undefined>> = {
  open: undefined,
  bystander: say('Somebody else is in control.'),
  'too-close': say('Your hand is too close to the camera.'),
  'too-far': say('Your hand is too far from the camera.'),
  'cut-off': say('Your hand is cut off by the edge of the picture.'),
  unclear: say('The camera does not see your hand clearly.'),
}
const PAUSED = say('Paused.')
const WATCHING = say('Hold up an open palm to take control.')
const NO_HAND = say('Show a hand to the camera.')

/** Why nothing acts, as far as the hands tell. A hand that may act silences what bars the other one. */
export function hintFor(mode: Mode, { left, right }: HandTracks): Sentence | undefined {
  if (mode === 'paused') return PAUSED
  const gates = [left, right].flatMap((track) => (track === undefined ? [] : [handGate(track)]))
  const barred = gates.includes('open') ? undefined : gates[0]
  if (barred !== undefined) return BARRED[barred]
  if (mode === 'watching') return WATCHING
  return gates.length === 0 ? NO_HAND : undefined
}
