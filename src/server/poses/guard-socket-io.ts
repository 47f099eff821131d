import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { Doorkeeper, Refusal } from '../http/access.ts'
import { watchBody } from '../http/slow-bodies.ts'

const SCRIPTS = /^\/socket\.io\/socket\.io[\w.]*\.js(?:\.map)?(?:$|\?)/

/**
 * Socket.IO answers what is below its path before anybody else is asked: its script whatever the Host, and strangers with
 * their connection left open. Call this after it has taken its place, to be asked before.
 */
export function guardSocketIo(server: Server, path: string, admit: Doorkeeper): void {
  const others = server.listeners('request')
  server.removeAllListeners('request')
  server.on('request', (request, answer) => {
    if (request.url?.startsWith(path) === true) {
      const access = admit(request)
      if (access.kind === 'refused' && !isForAnyone(request, access)) {
        setTimeout(refuse, access.afterMs, answer, access)
        return
      }
      answer.setHeader('x-content-type-options', 'nosniff')
      watchBody(request, answer)
    }
    for (const listener of others) listener.call(server, request, answer)
  })
}

/** The script holds nothing of anybody's, and browsers ask whether they may ask without showing a token. */
const isForAnyone = ({ method, url }: IncomingMessage, { status }: Refusal): boolean =>
  status !== 403 && (method === 'OPTIONS' || SCRIPTS.test(url ?? ''))

function refuse(answer: ServerResponse, { status, why }: Refusal): void {
  answer.writeHead(status, { 'content-type': 'application/json', connection: 'close' })
  answer.end(JSON.stringify({ error: why }))
}
