import { globSync } from 'node:fs'
import { join } from 'node:path'
import { handPose } from '../../src/core/classifier/hand-pose.ts'
import { handGate } from '../../src/core/hand/hand-gate.ts'
import { NO_HANDS, SIDES, trackHands } from '../../src/core/hand/hand-tracks.ts'
import type { HandSource } from '../support/hand-source.ts'
import { frameOfPicture } from '../support/picture-frame.ts'
import type { RawPicture } from '../support/raw-hands.ts'
import { LABELS } from './labels.ts'
import type { Tallies } from './tally.ts'

/** Cropped to the hand; the palm detector needs some surroundings. */
const TIGHT = { source: 'massey5signers', padRatio: 0.35 }
/** Where only some pictures of a letter were looked at while tuning: every third; those are left out here. */
const TUNED_EVERY = 3

/** Judges every labelled picture; returns the files that were judged otherwise than by eye. */
export async function judgeStills(
  source: HandSource,
  data: string,
  tallies: Tallies,
): Promise<readonly string[]> {
  const wrong: string[] = []
  for (const [pattern, usual] of Object.entries(LABELS.pictures.folders)) {
    for (const folder of globSync(pattern, { cwd: data }).sort()) {
      const isLetter = folder.startsWith('asl_images')
      const files = globSync(`${folder}/*.{jpg,jpeg,png}`, { cwd: data }).sort()
      const pictures = await source.ofImages(
        files.map((file) => join(data, file)),
        folder.includes(TIGHT.source) ? TIGHT.padRatio : 0,
      )
      const exceptions = LABELS.pictures.exceptions[folder] ?? {}
      for (const [index, file] of files.entries()) {
        const label = exceptions[index] ?? usual
        if (label === 'unsure' || (isLetter && index % TUNED_EVERY === 0)) continue
        const pose = poseIn(pictures[index])
        count(label, pose, tallies)
        if (label !== pose) wrong.push(`${file}: ${label}, judged ${pose}`)
      }
    }
  }
  return wrong
}

/**
 * Of the hand that is held higher; a hand that the app would let begin nothing has none. Pictures of letters are cropped to the
 * hand, which is no nearer to the camera for it.
 */
function poseIn(picture: RawPicture | undefined): string {
  if (picture === undefined) return 'none'
  const tracks = trackHands(NO_HANDS, frameOfPicture(picture))
  const [highest] = SIDES.flatMap((side) => tracks[side] ?? []).sort(
    (a, b) => a.features.palmCentre.y - b.features.palmCentre.y,
  )
  if (highest === undefined) return 'none'
  const isClear = ['open', 'too-close'].includes(handGate(highest))
  return isClear ? handPose(highest.features).label : 'none'
}

function count(label: string, pose: string, tallies: Tallies): void {
  if (label === pose && label === 'none') return
  if (label === pose) tallies.of(label).hits += 1
  else {
    if (label !== 'none') tallies.of(label).misses += 1
    if (pose !== 'none') tallies.of(pose).falseOnes += 1
  }
}
