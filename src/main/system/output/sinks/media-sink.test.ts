import { expect, it } from 'vitest'
import { createMediaSink } from './media-sink.ts'

function stage(platform: NodeJS.Platform, hasPlayer: boolean) {
  const log: string[] = []
  const keyboard = {
    press: () => undefined,
    release: () => undefined,
    type: () => undefined,
    chord: (keys: readonly string[]) => void log.push(`key ${keys.join('+')}`),
  }
  const media = createMediaSink(keyboard, platform, (program, args) => {
    if (!hasPlayer) return Promise.reject(new Error('No players found'))
    log.push([program, ...args].join(' '))
    return Promise.resolve('')
  })
  return { media, log }
}

it('speaks to the player where there is one', async () => {
  const { media, log } = stage('linux', true)
  await media.send('next')
  expect(log).toEqual(['playerctl next'])
})

it.each([
  ['linux', false],
  ['win32', true],
  ['darwin', true],
] as const)('presses the media key on %s otherwise', async (platform, hasPlayer) => {
  const { media, log } = stage(platform, hasPlayer)
  await media.send('play-pause')
  expect(log).toEqual(['key play-pause'])
})
