import { RuleTester } from 'eslint'
import tseslint from 'typescript-eslint'
import { afterAll, describe, it } from 'vitest'
import { noUnheardErrorEvent } from './no-unheard-error-event.mjs'

Object.assign(RuleTester, { afterAll, describe, it })

const tester = new RuleTester({ languageOptions: { parser: tseslint.parser } })
const SPAWN = `import { spawn } from 'node:child_process';`
const SERVER = `import { createServer } from 'node:net';`
const STREAM = `import { createWriteStream } from 'node:fs';`
const WS = `import { WebSocketServer } from 'ws';`
const errors = [{ messageId: 'unheard' }]

tester.run('no unheard error event', noUnheardErrorEvent, {
  valid: [
    `${SPAWN} spawn('x', []).on('error', () => undefined)`,
    `${SPAWN} spawn('x', []).on('exit', go).on('error', () => undefined)`,
    `${SPAWN} const child = spawn('x', []); child.on('error', end)`,
    `${SPAWN} const child = hearErrors(spawn('x', []), end)`,
    `${SPAWN} const child = spawn('x', []); hearErrors(child, end)`,
    `${STREAM} await pipeline(from, createWriteStream('x'))`,
    `${WS} class Door { #sockets; open() { this.#sockets = new WebSocketServer({}); this.#sockets.on('error', say) } }`,
    `const worker = new Worker(url); worker.addEventListener('error', tell)`,
    `const socket = new WebSocket(url); socket.onerror = close`,
    `function spawn() {} spawn()`,
  ],
  invalid: [
    `${SPAWN} spawn('x', [])`,
    `${SPAWN} const child = spawn('x', []); child.on('exit', end)`,
    `${SERVER} const server = createServer(); server.once('error', reject)`,
    `${STREAM} const open = () => createWriteStream('x')`,
    `${WS} const sockets = new WebSocketServer({})`,
    `const worker = new Worker(url)`,
  ].map((code) => ({ code, errors })),
})
