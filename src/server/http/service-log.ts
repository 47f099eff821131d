import type { FastifyRequest, FastifyServerOptions } from 'fastify'
import type { ServerConfig } from './config.ts'
import type { HealthCheck } from './health-report.ts'
import { openLogFile } from './log-file.ts'

export interface ServiceLog {
  readonly options: NonNullable<FastifyServerOptions['logger']>
  readonly look: HealthCheck
}

type Console = Pick<NodeJS.WriteStream, 'write' | 'on'>

/** Lines of JSON on the console, and in files where a folder is set. Neither's end is the service's. */
export async function openServiceLog(
  { logLevel, logDir }: Pick<ServerConfig, 'logLevel' | 'logDir'>,
  console: { readonly out: Console; readonly errors: Console } = {
    out: process.stdout,
    errors: process.stderr,
  },
): Promise<ServiceLog> {
  // A console that is closed, or leads to a full disk, is written to in vain.
  for (const stream of Object.values(console)) stream.on('error', () => undefined)
  const file =
    logDir === undefined || logLevel === 'silent'
      ? undefined
      : await openLogFile(logDir, (why) => {
          console.errors.write(`The service goes on without its ${why}\n`)
        })
  const write = (line: string): void => {
    console.out.write(line)
    file?.write(line)
  }
  return {
    options: { level: logLevel, serializers: { req: withoutQuery }, stream: { write } },
    look: () => Promise.resolve({ trouble: file?.trouble(), said: {} }),
  }
}

/** An address may carry the token. */
const withoutQuery = ({ method, url, ip }: FastifyRequest) => ({
  method,
  url: url.split('?', 1)[0] ?? '',
  remoteAddress: ip,
})
