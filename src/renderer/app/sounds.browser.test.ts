import { expect, test } from 'vitest'
import { createSounds } from './sounds.ts'

/** Renders what was played into samples: loudness in windows of 10 ms, and how often the wave went up through zero. */
async function heard(play: (sounds: ReturnType<typeof createSounds>) => void): Promise<number> {
  const offline = new OfflineAudioContext(1, 24_000, 48_000)
  // The offline context has all that a tone needs; only closing is its own business.
  play(createSounds(() => offline as unknown as AudioContext))
  const samples = (await offline.startRendering()).getChannelData(0)
  return samples.reduce(
    (rises, sample, at) => rises + (sample > 0 && samples[at - 1]! <= 0 ? 1 : 0),
    0,
  )
}

test('control that is taken sounds, and where things stand at first does not', async () => {
  const silent = await heard((sounds) => sounds.mode('engaged'))
  const taken = await heard((sounds) => {
    sounds.mode('watching')
    sounds.mode('engaged')
  })
  // 440 to 660 Hz over 140 ms is 77 waves.
  expect([silent, Math.round(taken / 10) * 10]).toEqual([0, 80])
})

test('an action sounds once, and one from before the sounds were switched on does not', async () => {
  const old = await heard((sounds) => sounds.playForAction(7))
  const acted = await heard((sounds) => {
    sounds.playForAction(7)
    sounds.playForAction(8)
    sounds.playForAction(8)
  })
  expect([old, acted]).toEqual([0, 44])
})
