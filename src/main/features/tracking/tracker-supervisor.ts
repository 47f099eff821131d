import type { Result } from '../../../contract/boundary/result.ts'
import { createRestartPolicy, type RestartClock } from '../../../node/restart-policy.ts'
import { say } from '../../../contract/words/say.ts'
import type { Sentence } from '../../../core/sentence/sentence.ts'
import type { TrackerClient } from './tracker-client.ts'

/**
 * Keeps a tracker process alive.
 *
 * | state    | what happens               | next                                            |
 * | starting | it is ready                | up; asked for a sign of life twice a second     |
 * | starting | it cannot start            | given up: another try would fail alike          |
 * | up       | no sign of life for 2 s    | killed, which ends it                           |
 * | up       | it ends                    | down; starting again after 0.25, then 0.5 s     |
 * | up       | third end within 5 minutes | given up                                        |
 * | any      | close                      | killed, and nothing more is heard               |
 */
export interface TrackerSupervisor {
  /** Lets a page in by this token and says where; undefined unless it is up. */
  admit(token: string): { readonly port: number } | undefined
  /** The process that is up now. */
  pid(): number | undefined
  close(): void
}

export type SupervisorNews =
  | { readonly kind: 'up' }
  | { readonly kind: 'down'; readonly message: Sentence }
  | { readonly kind: 'given-up'; readonly message: Sentence }

export interface SupervisorDependencies extends RestartClock {
  /** As people are told of it: `Hand tracking`. */
  readonly what: Sentence
  open(): Promise<Result<TrackerClient>>
  onNews(news: SupervisorNews): void
}

const PING_EVERY_MS = 500
const HANGS_AFTER_MS = 2000

export function superviseTracker(world: SupervisorDependencies): TrackerSupervisor {
  const policy = createRestartPolicy(world)
  let client: TrackerClient | undefined
  let isClosed = false

  const start = async (): Promise<void> => {
    const opened = await world.open()
    if (isClosed) {
      if (opened.ok) opened.value.kill()
      return
    }
    if (opened.ok) watchTracker(opened.value)
    else world.onNews({ kind: 'given-up', message: opened.problem.message })
  }

  const watchTracker = (opened: TrackerClient): void => {
    client = opened
    const pulse = pingRegularly(opened, world)
    opened.onEnd(() => {
      pulse.stop()
      client = undefined
      if (!isClosed) restart(pulse.isHung() ? say('stopped answering') : say('ended unexpectedly'))
    })
    world.onNews({ kind: 'up' })
  }

  const restart = (how: Sentence): void => {
    const { what } = world
    if (policy.restart(() => void start())) {
      world.onNews({ kind: 'down', message: say('{} {}. It is being restarted.', what, how) })
    } else {
      const message = say('{} {} three times in 5 minutes.', what, how)
      world.onNews({ kind: 'given-up', message })
    }
  }

  void start()
  return {
    admit: (token) => {
      client?.admit(token)
      return client && { port: client.port }
    },
    pid: () => client?.pid,
    close: () => {
      isClosed = true
      policy.cancel()
      client?.kill()
    },
  }
}

/** Asks for signs of life, and kills what gives none: its end is what is acted upon. */
function pingRegularly(
  client: TrackerClient,
  world: SupervisorDependencies,
): { isHung(): boolean; stop(): void } {
  let heardMs = world.nowMs()
  let isHung = false
  let cancel = (): void => undefined
  client.onPong(() => {
    heardMs = world.nowMs()
  })
  const checkPulse = (): void => {
    isHung = world.nowMs() - heardMs > HANGS_AFTER_MS
    if (isHung) {
      client.kill()
      return
    }
    client.ping()
    cancel = world.after(PING_EVERY_MS, checkPulse)
  }
  checkPulse()
  return {
    isHung: () => isHung,
    stop: () => {
      cancel()
    },
  }
}
