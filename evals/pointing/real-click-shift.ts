import { basename, join } from 'node:path'
import type { HandFrame } from '../../src/core/hand/hand-frame.ts'
import { LABELS, type ClipLabels } from '../gestures/labels.ts'
import { AS_IT_IS, MIRRORED } from '../gestures/turn.ts'
import type { HandSource } from '../support/hand-source.ts'
import { frameOfPicture } from '../support/picture-frame.ts'
import { shiftOf, type ClickShift } from './click-shift.ts'
import { PALM } from './hand-noise.ts'
import { asItIs, createOurs, createPlain } from './techniques.ts'

/** The hand rests before it: the open frame and its neighbour, to and fro; frames farther off show the fingers on their way. */
const REST_FRAMES = 30
const AROUND = 1
const AFTER_FRAMES = 10
/** Of the touch, on the way there: with the way back a click, and no drag yet. */
const HOLD_MS = 200

/**
 * The labelled pinches of real hands, by a tracker's landmarks: from the open hand to the touch and back, as it is and mirrored. A
 * scene that was filmed has no moment of decision; the last frame before the fingers set out stands for it.
 */
export async function realClickShifts(
  source: HandSource,
  data: string,
): Promise<readonly ClickShift[]> {
  const shifts: ClickShift[] = []
  for (const clip of LABELS.clips) {
    if (clip.zoom === undefined) continue
    const pictures = await source.ofVideo(join(data, clip.file))
    const frames = pictures.map((picture) => frameOfPicture(picture, picture.atMs))
    for (const view of [AS_IT_IS, MIRRORED]) {
      const played = pinchOf(clip.zoom, frames).map((frame) => view.frame(frame))
      const decidedMs = played[REST_FRAMES - 1]?.atMs ?? 0
      for (const technique of [createOurs(PALM), createPlain('plain', asItIs)]) {
        const shiftPx = shiftOf(technique, played, decidedMs)
        shifts.push({
          technique: `${technique.name}, ${basename(clip.file)}`,
          finger: 'index',
          shiftPx,
        })
      }
    }
  }
  return shifts
}

function pinchOf(
  { open, touch: [first, last] }: NonNullable<ClipLabels['zoom']>,
  frames: readonly HandFrame[],
): readonly HandFrame[] {
  const frameMs = ((frames.at(-1)?.atMs ?? 0) - (frames[0]?.atMs ?? 0)) / (frames.length - 1)
  const step = Math.sign(first - open)
  const rest = Array.from({ length: REST_FRAMES }, (_, k) => open - step * toAndFro(k))
  const closing = Array.from({ length: Math.abs(first - open) + 1 }, (_, k) => open + step * k)
  const held = Math.min(Math.ceil(HOLD_MS / frameMs), Math.abs(last - first))
  const touching = Array.from({ length: held }, (_, k) => first + step * (k + 1))
  const there = [...closing, ...touching]
  const order = [...rest.toReversed(), ...there, ...there.toReversed()]
  const after = Array.from({ length: AFTER_FRAMES }, () => open)
  return [...order, ...after].flatMap((index, place) => {
    const frame = frames[index] ?? frames[open]
    if (frame === undefined) return []
    return [{ ...frame, sequence: place, atMs: place * frameMs }]
  })
}

/** 0 1 2 1 0 1 2 ... */
const toAndFro = (k: number): number => AROUND - Math.abs((k % (2 * AROUND)) - AROUND)
