import { inBackground } from '../../../contract/boundary/faults.ts'
import type { Result } from '../../../contract/boundary/result.ts'
import { createRestartPolicy, type RestartClock } from '../../../node/restart-policy.ts'
import { takePulse, type Pulse } from '../../../node/take-pulse.ts'
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

const PULSE = { everyMs: 500, hangsAfterMs: 2000 } as const

export function superviseTracker(world: SupervisorDependencies): TrackerSupervisor {
  const policy = createRestartPolicy(world)
  let client: TrackerClient | undefined
  let isClosed = false

  const start = async (): Promise<void> => {
    const opened = await world.open()
    if (isClosed) return opened.ok ? opened.value.kill() : undefined
    if (opened.ok) watchTracker(opened.value)
    else world.onNews({ kind: 'given-up', message: opened.problem.message })
  }

  const watchTracker = (opened: TrackerClient): void => {
    client = opened
    const pulse = pulseOf(opened, world)
    opened.onEnd(() => {
      pulse.stop()
      client = undefined
      const how = pulse.isHung() ? say('stopped answering') : say('ended unexpectedly')
      if (!isClosed) restartTracker(how)
    })
    world.onNews({ kind: 'up' })
  }

  const { what } = world
  const restartTracker = (how: Sentence): void => {
    if (policy.restart(() => inBackground('tracking', start()))) {
      world.onNews({ kind: 'down', message: say('{} {}. It is being restarted.', what, how) })
    } else {
      const message = say('{} {} three times in 5 minutes.', what, how)
      world.onNews({ kind: 'given-up', message })
    }
  }

  inBackground('tracking', start())
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

function pulseOf(client: TrackerClient, clock: RestartClock): Pulse {
  const pulse = takePulse(client, clock, PULSE)
  client.onPong(pulse.answered)
  return pulse
}
