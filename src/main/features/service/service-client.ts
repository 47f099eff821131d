import { inBackground } from '../../../contract/boundary/faults.ts'
import { join } from 'node:path'
import { say } from '../../../contract/words/say.ts'
import {
  serviceNewsSchema,
  type ServiceCommand,
  type ServiceNews,
} from '../../../contract/channels/service-channels.ts'
import { startProcess } from '../../../node/child-process.ts'
import { GIVE_BACK_MEMORY } from '../../../node/give-back-memory.ts'
import { programPath } from '../../../node/program-path.ts'

/** The app's end of the process that serves letters, poses and videos to other programs. */
export interface ServiceClient {
  readonly pid: number
  /** Asks for a sign of life, which is heard as `pong` unless the process hangs. */
  ping(): void
  /** Ends it at once, as nothing else ends one that hangs. */
  kill(): void
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
export function openServiceClient(
  { resources, dataDir }: ServiceStart,
  onNews: (news: ServiceNews | { readonly kind: 'ended' }) => void,
): ServiceClient {
  const child = startProcess({
    entry: programPath('serve'),
    args: [...ONLY_HERE, '--token-file', join(dataDir, 'service-token'), '--log-level', 'silent'],
    env: {
      POSE_DATA_DIR: join(dataDir, 'service'),
      ...process.env,
      ...GIVE_BACK_MEMORY,
      // A token of the environment would be one that the page cannot say where to find.
      BECKON_SERVE_TOKEN: '',
      BECKON_REDIS_URL: '',
      BECKON_RESOURCES: resources,
      // Electron's program is Node as well, when it is told so.
      ELECTRON_RUN_AS_NODE: '1',
    },
    errors: 'dropped',
    parse: (message) => serviceNewsSchema.safeParse(message).data,
  })
  child.onMessage(onNews)
  inBackground(
    'service',
    child.ended.then((end) => {
      if (end.kind === 'not-started') {
        onNews({ kind: 'failed', reason: say('The service cannot start: {}', end.reason) })
      }
      onNews({ kind: 'ended' })
    }),
  )
  const ping: ServiceCommand = { kind: 'ping' }
  return {
    pid: child.pid,
    ping: () => {
      child.send(ping)
    },
    kill: child.kill,
    stop: () => child.stop(STOP_MS),
  }
}
