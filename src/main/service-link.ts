import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { say } from '../contract/say.ts'
import { serviceNewsSchema, type ServiceNews } from '../contract/service-channels.ts'
import { builtEntry } from './built-entry.ts'
import { later } from './later.ts'

/** The app's end of the process that serves letters, poses and videos to other programs. */
export interface ServiceLink {
  /** Has it answer what is in work and end; resolves when it has. */
  stop(): Promise<void>
}

export interface ServiceStart {
  /** Folder of models. */
  readonly resources: string
  /** Its jobs are kept below it, apart from those of a service that was started by hand. */
  readonly dataDir: string
}

/** A process that does not end by itself is ended after this long. */
const STOP_MS = 3000
/** Whatever the environment says: it is for this computer, and asks no other. */
const ONLY_HERE = ['--host', '127.0.0.1']

/** Starts it. `ended` comes last and once, also when it could not be started. */
export function openServiceLink(
  { resources, dataDir }: ServiceStart,
  hear: (news: ServiceNews | { readonly kind: 'ended' }) => void,
): ServiceLink {
  const child = fork(builtEntry('serve', '../server'), [...ONLY_HERE, '--log-level', 'silent'], {
    execArgv: [],
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    env: {
      POSE_DATA_DIR: join(dataDir, 'service'),
      ...process.env,
      BECKON_REDIS_URL: '',
      BECKON_RESOURCES: resources,
      // Electron's program is Node as well, when it is told so.
      ELECTRON_RUN_AS_NODE: '1',
    },
  })
  const ended = once(child, 'exit').then(
    () => undefined,
    (error: unknown) => {
      hear({ kind: 'failed', reason: say('The service cannot start: {}', String(error)) })
    },
  )
  void ended.then(() => {
    hear({ kind: 'ended' })
  })
  child.on('message', (message) => {
    const news = serviceNewsSchema.safeParse(message)
    if (news.success) hear(news.data)
  })
  return {
    stop: async () => {
      if (child.connected) child.disconnect()
      const cancel = later(STOP_MS, () => child.kill('SIGKILL'))
      await ended
      cancel()
    },
  }
}
