import type { AttackKind, Attempt } from '../attempt.ts'
import { askUpgrade, refusedWith } from '../means/ask.ts'
import type { AppVictim } from '../victims/app-victim.ts'

const WRONG = 'f'.repeat(64)

/** What somebody without the secret says instead of it. */
const SAID: readonly (Readonly<Record<string, string>> | undefined)[] = [
  undefined,
  { 'sec-websocket-protocol': '' },
  { 'sec-websocket-protocol': 'beckon.v1' },
  { 'sec-websocket-protocol': 'beckon.v1, secret.' },
  { 'sec-websocket-protocol': 'beckon.v1, secret.undefined' },
  { 'sec-websocket-protocol': 'beckon.v1, secret.null' },
  { 'sec-websocket-protocol': 'beckon.v1, secret.[object Object]' },
  { 'sec-websocket-protocol': 'beckon.v1,secret.__proto__' },
  { 'sec-websocket-protocol': 'beckon.v1,secret.constructor' },
  { 'sec-websocket-protocol': 'secret.x' },
  { 'sec-websocket-protocol': `beckon.v1, secret.${WRONG}` },
  { 'sec-websocket-protocol': `beckon.v1, secret.${WRONG}, secret.${WRONG}` },
  { 'sec-websocket-protocol': `BECKON.V1, secret.${WRONG}` },
  { 'sec-websocket-protocol': `beckon.v1, secret.${'a'.repeat(9000)}` },
  { 'sec-websocket-protocol': 'beckon.v1;secret.x' },
  { 'sec-websocket-protocol': 'beckon.v1, secret.\t' },
  { 'sec-websocket-protocol': `beckon.v1, secret.${'\u00e9'.repeat(32)}` },
  { upgrade: 'h2c' },
  { 'sec-websocket-version': '8' },
  { 'sec-websocket-key': 'bad' },
  { authorization: `Bearer ${WRONG}` },
  { cookie: `secret=${WRONG}` },
]

type Door = readonly [name: string, path: string, port: (victim: AppVictim) => number]
const DOORS: readonly Door[] = [
  ['window', '/link', (victim) => victim.port()],
  ['tracker', '/', (victim) => victim.trackerPort()],
  ['tracker, at the window’s address', '/link', (victim) => victim.trackerPort()],
]

export const SUB_PROTOCOLS: AttackKind<AppVictim> = {
  kind: 'window and tracker: without the secret',
  attempts: () => DOORS.flatMap((door) => SAID.map((said) => knock(door, said))),
}

const knock = ([name, path, portOf]: Door, said: (typeof SAID)[number]): Attempt<AppVictim> => ({
  what: `${name}: ${said === undefined ? 'nothing' : Object.values(said).join(' ').slice(0, 44)}`,
  strike: async (victim) => {
    const port = portOf(victim)
    const origin = `http://127.0.0.1:${victim.port()}`
    const headers = { host: `127.0.0.1:${port}`, origin, ...said }
    return refusedWith(await askUpgrade({ port, path, headers }), [400, 401, 403, 404, 426, 431])
  },
})
