import sharp from 'sharp'
import { gotThrough, refusedIf, type AttackKind, type Attempt } from '../attempt.ts'
import { ask, refusedWith } from '../means/ask.ts'
import { memoryMb } from '../means/processes.ts'
import type { ServiceVictim } from '../victims/service-victim.ts'

/** Pictures that are none, or more than they look. */
const PICTURES: Readonly<Record<string, () => Promise<Buffer>>> = {
  nothing: () => Promise.resolve(Buffer.alloc(0)),
  'a text': () => Promise.resolve(Buffer.from('not a picture')),
  'an SVG that includes a file': () =>
    Promise.resolve(
      Buffer.from(
        '<svg xmlns="http://www.w3.org/2000/svg"><image href="file:///etc/passwd"/></svg>',
      ),
    ),
  'an XML bomb': () =>
    Promise.resolve(
      Buffer.from(
        `<!DOCTYPE x [<!ENTITY a "${'a'.repeat(1000)}"><!ENTITY b "${'&a;'.repeat(1000)}">]><svg>&b;</svg>`,
      ),
    ),
  'a GIF': () => Promise.resolve(Buffer.from('GIF89a\x01\x00\x01\x00')),
  'a TIFF': async () => gray(10, 10).tiff().toBuffer(),
  'a PNG of 60,000 × 60,000 in its head': async () =>
    withSize(await gray(10, 10).png().toBuffer(), 60_000),
  'a PNG of 2³¹ in its head': async () =>
    withSize(await gray(10, 10).png().toBuffer(), 2 ** 31 - 1),
  'a PNG of nothing in its head': async () => withSize(await gray(10, 10).png().toBuffer(), 0),
  'a PNG of 100 megapixels': async () => gray(10_000, 10_000).png().toBuffer(),
  'a JPEG’s head': () => Promise.resolve(Buffer.from([0xff, 0xd8, 0xff, 0xe0])),
  'a WebP’s head': () => Promise.resolve(Buffer.from('RIFF\xff\xff\xff\xffWEBPVP8X', 'latin1')),
  'a PNG’s head and nests of chunks': async () =>
    Buffer.concat([(await gray(10, 10).png().toBuffer()).subarray(0, 33), Buffer.alloc(100_000)]),
}

const MANY = 24
/** One picture of 24 megapixels takes 72 MB, and what the models make of it. */
const MOST_MB = 450

export const PICTURES_SENT: AttackKind<ServiceVictim> = {
  kind: 'service: pictures',
  attempts: () => [
    ...Object.entries(PICTURES).map(([what, make]): Attempt<ServiceVictim> => ({
      what,
      strike: async (victim) => refusedWith(await send(victim, await make()), [400, 413, 415, 422]),
    })),
    manyAtOnce,
  ],
}

const manyAtOnce: Attempt<ServiceVictim> = {
  what: `${MANY} flat pictures of 24 megapixels at once`,
  limitMs: 60_000,
  strike: async (victim) => {
    const picture = await gray(6000, 3999).png({ compressionLevel: 9 }).toBuffer()
    const before = memoryMb(victim.pid(), 'VmRSS')
    const sent = Array.from({ length: MANY }, () => send(victim, picture, 55_000))
    let mostMb = before
    const look = setInterval(() => (mostMb = Math.max(mostMb, memoryMb(victim.pid(), 'VmRSS'))), 20)
    const answers = await Promise.all(sent)
    clearInterval(look)
    if (answers.some(({ status }) => status >= 500 && status !== 503))
      return gotThrough('a mistake')
    return refusedIf(mostMb - before < MOST_MB, `${mostMb - before} MB more`)
  },
}

function send(victim: ServiceVictim, picture: Buffer, limitMs?: number) {
  const headers = { ...victim.headers(), 'content-type': 'image/png' }
  const limited = limitMs === undefined ? {} : { limitMs }
  const path = '/pose/hybrid?hands=0'
  return ask({ port: victim.port(), path, method: 'POST', headers, body: picture, ...limited })
}

const gray = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#808080' } })

/** What its head says, with nothing behind it. */
function withSize(png: Buffer, sizePx: number): Buffer {
  const lying = Buffer.from(png)
  lying.writeUInt32BE(sizePx, 16)
  lying.writeUInt32BE(sizePx, 20)
  return lying
}
