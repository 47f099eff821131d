import { join } from 'node:path'
import type { AttackKind, Attempt } from '../attempt.ts'
import { ask, refusedWith } from '../means/ask.ts'
import { PRIVATE_VIDEO } from '../means/made-files.ts'
import type { ServiceVictim } from '../victims/service-victim.ts'

/** Ways out of the folder of videos, and things that are no videos (means/made-files.ts makes them). */
const PATHS: readonly ((dir: string) => string)[] = [
  () => `../${PRIVATE_VIDEO}`,
  () => `./../videos/../${PRIVATE_VIDEO}`,
  (dir) => join(dir, PRIVATE_VIDEO),
  (dir) => `/proc/self/root${join(dir, PRIVATE_VIDEO)}`,
  (dir) => `file://${join(dir, PRIVATE_VIDEO)}`,
  (dir) => `file:${join(dir, PRIVATE_VIDEO)}`,
  (dir) => `concat:${join(dir, PRIVATE_VIDEO)}|ok.mp4`,
  (dir) => `subfile,,start,0,end,0,,:${join(dir, PRIVATE_VIDEO)}`,
  (dir) => `cache:${join(dir, PRIVATE_VIDEO)}`,
  (dir) => `crypto:${join(dir, PRIVATE_VIDEO)}`,
  (dir) => `async:${join(dir, PRIVATE_VIDEO)}`,
  () => 'link.mp4',
  () => 'linked/secret.mp4',
  () => 'loop.mp4',
  () => 'zero.mp4',
  () => 'pipe.mp4',
  () => 'folder.mp4',
  () => 'empty.mp4',
  () => 'text.mp4',
  () => 'sparse.mp4',
  () => '/etc/passwd',
  () => '//etc/passwd',
  () => '/dev/zero',
  () => '/dev/stdin',
  () => '/proc/self/environ',
  () => 'http://127.0.0.1:1/x.mp4',
  () => 'lavfi:testsrc',
  () => '-i',
  () => 'ok.mp4\0.png',
  () => 'ok.mp4/',
  () => 'a'.repeat(5000),
  () => `${'a/'.repeat(2000)}ok.mp4`,
  () => '',
  () => '.',
  () => '..',
  () => '~/x',
  () => '$(id).mp4',
  () => '`id`',
  () => '|id',
  () => 'ok.mp4;id',
  () => '\\..\\private',
  () => '%2e%2e/private/secret.mp4',
  () => 'ok\u202e4pm.',
  () => '\ud800.mp4',
  () => 'x%03d.png',
  () => 'OK.MP4\n',
]

export const VIDEO_PATHS: AttackKind<ServiceVictim> = {
  kind: 'service: paths of videos',
  attempts: ({ dir }) =>
    PATHS.map((pathIn): Attempt<ServiceVictim> => {
      const given = pathIn(dir)
      return {
        what: JSON.stringify(given.replaceAll(dir, '…')).slice(0, 60),
        strike: async (victim) => {
          const headers = { ...victim.headers(), 'content-type': 'application/json' }
          const body = JSON.stringify({ video_path: given, model: 'lite', every_nth: 1000 })
          const asked = { port: victim.port(), path: '/pose/video', method: 'POST', headers, body }
          return refusedWith(await ask(asked), [400, 403, 404, 415])
        },
      }
    }),
}
