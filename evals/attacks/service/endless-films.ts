import { rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { refusedIf, type AttackKind, type Attempt } from '../attempt.ts'
import { ask } from '../means/ask.ts'
import { descendants } from '../means/processes.ts'
import type { ServiceVictim } from '../victims/service-victim.ts'

/** Heads of films behind which there is nothing, for gigabytes: a reader that looks for more reads them all. */
const HEADS: Readonly<Record<string, string>> = {
  FLV: 'FLV\x01\x05\0\0\0\x09\0\0\0\0',
  MPEG: '\0\0\x01\xba\x44\0\x04\0\x04\x01\0\0\x03\xf8',
  Ogg: 'OggS\0\x02',
  Matroska: '\x1a\x45\xdf\xa3\x01\0\0\0\0\0\0\x1f',
  'MP4 without an end': '\0\0\0\x18ftypisom\0\0\0\0isomavc1\0\0\0\x01mdat\0\0\0\x02\0\0\0\0',
  AVI: 'RIFF\xff\xff\xff\xffAVI LIST',
}
const FILM_BYTES = 2 ** 33
/** Ten seconds are allowed to look at a film. */
const ANSWERED_MS = 20_000
/** How long a reader may go on after the answer. */
const GIVEN_UP_MS = 5000

export const ENDLESS_FILMS: AttackKind<ServiceVictim> = {
  kind: 'service: films without an end',
  attempts: () => Object.keys(HEADS).map(probe),
}

const probe = (name: string): Attempt<ServiceVictim> => ({
  what: `8 GB of nothing behind the head of ${name}`,
  limitMs: ANSWERED_MS + GIVEN_UP_MS + 10_000,
  strike: async (victim) => {
    const path = join(victim.videos, 'endless.film')
    writeFileSync(path, Buffer.from(HEADS[name] ?? '', 'latin1'))
    truncateSync(path, FILM_BYTES)
    const headers = { ...victim.headers(), 'content-type': 'application/json' }
    const body = JSON.stringify({ video_path: 'endless.film', model: 'lite', every_nth: 1000 })
    const to = { port: victim.port(), path: '/pose/video', method: 'POST', headers, body }
    const { status } = await ask({ ...to, limitMs: ANSWERED_MS })
    const isGivenUp = await readersGone(victim.pid(), path)
    rmSync(path)
    const how = `${status}, its reader ${isGivenUp ? 'is gone' : 'goes on'}`
    return refusedIf(status >= 400 && status < 500 && isGivenUp, how)
  },
})

/** Whether nobody of the service's reads the file any more; who goes on is ended here. */
async function readersGone(service: number, path: string): Promise<boolean> {
  const readers = () => descendants(service).filter(({ args }) => args.includes(path))
  const endMs = performance.now() + GIVEN_UP_MS
  while (performance.now() < endMs && readers().length > 0) {
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  const left = readers()
  for (const { pid } of left) process.kill(pid, 'SIGKILL')
  return left.length === 0
}
