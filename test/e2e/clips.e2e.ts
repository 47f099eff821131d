import assert from 'node:assert/strict'
import { existsSync, globSync } from 'node:fs'
import { basename, join } from 'node:path'
import { test } from 'node:test'
import { missingPrograms } from '../support/x11.ts'
import { startBeckon, type Beckon } from './support/beckon.ts'

// Real people at real webcams. The clips are not part of the project; where they are not beside it, nothing is tested.
const VIDEOS = join(import.meta.dirname, '..', '..', '..', 'shared', 'data', 'videos')
const missing = missingPrograms('chromium', 'ffmpeg')
const skip =
  (missing.length > 0 && `needs ${missing.join(', ')}`) ||
  (!existsSync(VIDEOS) && 'needs the clips in ../shared/data/videos')

async function watch(clip: string, ...flags: readonly string[]): Promise<Beckon> {
  const args = ['--camera', clip, '--dry-run', ...flags]
  const beckon = await startBeckon({ host: 'headless', args })
  try {
    assert.equal(await beckon.ended(60_000), 0, beckon.said())
    return beckon
  } finally {
    await beckon.close()
  }
}

/** Of the frames in which a hand was found, the share during which one of these gestures was on. */
function shareRecognised(beckon: Beckon, gestures: readonly string[]): number {
  const framesWithHand = Number(/, (\d+) with a hand/.exec(beckon.said())?.[1])
  const recognised = new Set(
    beckon.events
      .filter(
        ({ kind, phase }) => kind === 'gesture' && ['began', 'changed'].includes(String(phase)),
      )
      .filter(({ gesture }) => gestures.includes(String(gesture)))
      .map(({ atMs }) => atMs),
  )
  assert.ok(framesWithHand > 20, beckon.said())
  return recognised.size / framesWithHand
}

const CASES = [
  { clip: 'gesture/mp_open_palm.mp4', gestures: ['pose.open-palm', 'finger-count.5'] },
  { clip: 'gesture/mp_thumb_up.mp4', gestures: ['pose.thumbs-up'] },
] as const

for (const { clip, gestures } of CASES) {
  test(
    `${clip}: ${gestures.join(' or ')} in at least 90 % of the frames with a hand`,
    { skip },
    async () => {
      const share = shareRecognised(await watch(join(VIDEOS, clip), '--engaged'), gestures)
      console.log(`${clip}: ${(100 * share).toFixed(1)} %`)
      assert.ok(share >= 0.9, `${(100 * share).toFixed(1)} %`)
    },
  )
}

const negatives = skip ? [] : globSync(join(VIDEOS, 'negative', '*'))
for (const clip of negatives) {
  test(`${basename(clip)}: nothing is done`, { skip }, async () => {
    const actions = (await watch(clip)).events.filter(({ kind }) => kind === 'action')
    assert.deepEqual(actions, [])
  })
}
test('clips without commands', { skip }, () => {
  assert.ok(negatives.length > 0, 'no negative clip was found')
})
