import { randomUUID } from 'node:crypto'
import type { AttackKind, Attempt } from '../attempt.ts'
import { ask, refusedWith } from '../means/ask.ts'
import type { ServiceVictim } from '../victims/service-victim.ts'

/** Jobs that are none. */
const BODIES: readonly string[] = [
  '',
  '[]',
  'null',
  '5',
  '"x"',
  '{',
  '\xff\xfe',
  '{"video_path":{"a":1}}',
  '{"video_path":["ok.mp4"]}',
  '{"video_path":true}',
  '{"__proto__":{"annotate":true},"video_path":"ok.mp4"}',
  '{"constructor":{"prototype":{"x":1}},"video_path":"ok.mp4"}',
  '{"video_path":"ok.mp4","options":{"__proto__":{"a":1}}}',
  '{"video_path":"ok.mp4","options":[]}',
  '{"video_path":"ok.mp4","people":9}',
  '{"video_path":"ok.mp4","people":-1}',
  '{"video_path":"ok.mp4","every_nth":0}',
  '{"video_path":"ok.mp4","every_nth":1.5}',
  '{"video_path":"ok.mp4","every_nth":"1;movie=/etc/passwd"}',
  '{"video_path":"ok.mp4","every_nth":1e400}',
  '{"video_path":"ok.mp4","model":"../../x"}',
  '{"video_path":"ok.mp4","model":["lite"]}',
  '{"video_path":"ok.mp4","output":"mp4","x":1}',
  '{"video_path":"ok.mp4","output":"../x"}',
  `{"video_path":"ok.mp4","x":${'['.repeat(20_000)}${']'.repeat(20_000)}}`,
  `${'['.repeat(20_000)}${']'.repeat(20_000)}`,
  `{"video_path":"${'x'.repeat(2_000_000)}"}`,
]

/** Ids and formats that are none. */
const ADDRESSES = [
  '/pose/video/status/../../etc/passwd',
  '/pose/video/status/%2e%2e%2f%2e%2e%2fetc%2fpasswd',
  '/pose/video/status/__proto__',
  '/pose/video/status/*',
  "/pose/video/status/' OR 1=1 --",
  '/pose/video/result/..%2f..%2fjobs.sqlite',
  `/pose/video/result/${randomUUID()}?format=../../x`,
  `/pose/video/result/${randomUUID()}?format=__proto__`,
  `/pose/video/result/${randomUUID()}?format[]=mp4`,
  `/pose/video/result/${'x'.repeat(7000)}`,
  '/pose/video/result/%00',
  '/pose/video/result/%ff',
  '/demo/../../../../etc/passwd',
  '/demo/..%2f..%2fpackage.json',
  '/demo/%2e%2e/%2e%2e/package.json',
]

export const JOB_REQUESTS: AttackKind<ServiceVictim> = {
  kind: 'service: jobs and addresses that are none',
  attempts: () => [...BODIES.map(post), ...ADDRESSES.map(get)],
}

const post = (body: string): Attempt<ServiceVictim> => ({
  what: `job ${JSON.stringify(body).slice(0, 60)}`,
  strike: async (victim) => {
    const headers = { ...victim.headers(), 'content-type': 'application/json' }
    const bytes = Buffer.from(body, 'latin1')
    const asked = { port: victim.port(), path: '/pose/video', method: 'POST', headers, body: bytes }
    return refusedWith(await ask(asked), [400, 413])
  },
})

const get = (path: string): Attempt<ServiceVictim> => ({
  what: `GET ${path.slice(0, 60)}`,
  strike: async (victim) => {
    const asked = {
      port: victim.port(),
      path: path.replaceAll(' ', '%20'),
      headers: victim.headers(),
    }
    return refusedWith(await ask(asked), [400, 403, 404, 409, 414, 431])
  },
})
