import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { accessOf, type Access } from '../http/access.ts'
import type { ServerConfig } from '../http/config.ts'
import { watchBody } from '../http/slow-bodies.ts'

const SCRIPTS = /^\/socket\.io\/socket\.io[\w.]*\.js(?:\.map)?(?:$|\?)/

/**
 * Socket.IO answers what is below its path before anybody else is asked: its script whatever the Host, and strangers with
 * their connection left open. Call this after it has taken its place, to be asked before.
 */
export function guardSocketIo(server: Server, path: string, config: ServerConfig): void {
  const others = server.listeners('request')
  server.removeAllListeners('request')
  server.on('request', (request, answer) => {
    if (request.url?.startsWith(path) === true) {
      const access = accessOf(request, config)
      if (access.kind === 'refused' && !isForAnyone(request, access)) {
        refuse(answer, access)
        return
      }
      answer.setHeader('x-content-type-options', 'nosniff')
      watchBody(request, answer)
    }
    for (const listener of others) listener.call(server, request, answer)
  })
}

type Refused = Extract<Access, { kind: 'refused' }>

/** The script holds nothing of anybody's, and browsers ask whether they may ask without showing a token. */
const isForAnyone = ({ method, url }: IncomingMessage, { status }: Refused): boolean =>
  status === 401 && (method === 'OPTIONS' || SCRIPTS.test(url ?? ''))

function refuse(answer: ServerResponse, { status, why }: Refused): void {
  answer.writeHead(status, { 'content-type': 'application/json', connection: 'close' })
  answer.end(JSON.stringify({ error: why }))
}
