import type { AttackKind, Attempt } from '../attempt.ts'
import { ask, refusedWith } from '../means/ask.ts'
import { memoryMb } from '../means/processes.ts'
import { refusedIf } from '../attempt.ts'
import type { ServiceVictim } from '../victims/service-victim.ts'

const END = '\r\n--x--\r\n'
/** Begins like an MP4, and is none. */
const FILM = '\0\0\0\x18ftypisom'
const field = (name: string, value: string): string =>
  `--x\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`
const file = (name: string, content = FILM): string =>
  `--x\r\nContent-Disposition: form-data; name="video"; filename="${name}"\r\n\r\n${content}`

/** Forms that hold no job: how they are sent, and what is in them. */
const FORMS: readonly { readonly what: string; readonly type?: string; readonly body: string }[] = [
  { what: 'nothing', body: '' },
  { what: 'no end', body: file('a.mp4') },
  { what: 'no file', body: field('model', 'lite') + END },
  { what: 'two files', body: `${file('a.mp4')}\r\n${file('b.mp4')}${END}` },
  { what: 'three files', body: `${file('a.mp4')}\r\n${file('b.mp4')}\r\n${file('c.mp4')}${END}` },
  { what: 'a file that leads out', body: file('../../../../tmp/beckon-attack.mp4') + END },
  { what: 'a file without a name', body: file('') + END },
  { what: 'a file with a NUL in its name', body: file('a\0.mp4') + END },
  { what: 'an empty file', body: file('a.mp4', '') + END },
  { what: 'a text', body: file('a.mp4', 'text') + END },
  { what: 'a field __proto__', body: field('__proto__', 'x') + file('a.mp4') + END },
  { what: 'a field constructor', body: field('constructor', 'x') + file('a.mp4') + END },
  { what: 'a wrong model', body: field('model', '../x') + file('a.mp4') + END },
  { what: 'a wrong number', body: field('every_nth', 'NaN') + file('a.mp4') + END },
  { what: 'an unknown field', body: field('x', '1') + file('a.mp4') + END },
  { what: 'no boundary', type: 'multipart/form-data', body: file('a.mp4') + END },
  { what: 'another boundary', type: 'multipart/form-data; boundary=y', body: file('a.mp4') + END },
  { what: 'a long boundary', type: `multipart/form-data; boundary=${'y'.repeat(8000)}`, body: END },
  { what: 'another kind of parts', type: 'multipart/mixed; boundary=x', body: file('a.mp4') + END },
  { what: 'a head without end', body: `--x\r\nX: ${'y'.repeat(200_000)}` },
  { what: 'ten thousand fields', body: field('a', 'b').repeat(10_000) + END },
  { what: 'a long name', body: field('n'.repeat(100_000), 'b') + END },
]

export const FORMS_OF_JOBS: AttackKind<ServiceVictim> = {
  kind: 'service: forms',
  attempts: () => [...FORMS.map(send), smuggled, keptInMemory],
}

const send = ({ what, type, body }: (typeof FORMS)[number]): Attempt<ServiceVictim> => ({
  what,
  strike: async (victim) =>
    refusedWith(await upload(victim, body, type), [400, 406, 413, 415, 431]),
})

/** Two lengths, of which a proxy may believe the other. */
const smuggled: Attempt<ServiceVictim> = {
  what: 'a length, and in chunks besides',
  strike: async (victim) => {
    const both = { 'transfer-encoding': 'chunked', 'content-length': '4' }
    const headers = { ...victim.headers(), ...both, 'content-type': 'application/json' }
    const asked = { port: victim.port(), path: '/pose/video', method: 'POST', headers }
    return refusedWith(await ask({ ...asked, body: '{}' }), [400])
  },
}

const MANY = 150
const MOST_MB = 100

const keptInMemory: Attempt<ServiceVictim> = {
  what: `${MANY} fields of a megabyte, without a file`,
  strike: async (victim) => {
    const before = memoryMb(victim.pid(), 'VmRSS')
    const body = field('a', 'a'.repeat(1_000_000)).repeat(MANY) + END
    const { status } = await upload(victim, body)
    const grown = memoryMb(victim.pid(), 'VmHWM') - before
    return refusedIf(grown < MOST_MB, `${status}, ${grown} MB more`)
  },
}

export function upload(
  victim: ServiceVictim,
  body: string,
  type = 'multipart/form-data; boundary=x',
) {
  const headers = { ...victim.headers(), 'content-type': type }
  const bytes = Buffer.from(body, 'latin1')
  return ask({ port: victim.port(), path: '/pose/video', method: 'POST', headers, body: bytes })
}

export const formOf = (name: string, content: string): string => file(name, content) + END
