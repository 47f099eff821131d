import { requests, type Answer, type Ask, type Request } from '../channels/channels.ts'
import type { ReliableBody } from './envelope.ts'
import { failed, ok, type Result } from './result.ts'
import { say } from '../words/say.ts'

/** Runs something later; answers how to call it off. Passed in, since the contract itself has no clock. */
export type After = (delayMs: number, run: () => void) => () => void

const ANSWER_WITHIN_MS = 5000

/** The questions that this end has asked and whose answers are still out. */
export interface PendingRequests {
  request<Name extends Request>(
    name: Name,
    payload: Ask<Name>,
    send: (body: ReliableBody) => void,
  ): Promise<Result<Answer<Name>>>
  /** Settles the question that this answers; false when the answer has the wrong shape. */
  settle(body: Extract<ReliableBody, { kind: 'answer' | 'refusal' }>): boolean
}

export function createPendingRequests(after: After): PendingRequests {
  const open = new Map<number, (body: ReliableBody) => boolean>()
  let lastId = 0
  return {
    request(name, payload, send) {
      const id = (lastId += 1)
      return new Promise((resolve) => {
        const settle = (result: Result<Answer<typeof name>>): void => {
          open.delete(id)
          callOff()
          resolve(result)
        }
        const callOff = after(ANSWER_WITHIN_MS, () =>
          settle(failed(say('"{}" was not answered within {} s.', name, ANSWER_WITHIN_MS / 1000))),
        )
        open.set(id, (body) => {
          const result = parseAnswer(name, body)
          if (result === undefined) {
            settle(failed(say('"{}" was answered with something else.', name)))
            return false
          }
          settle(result)
          return true
        })
        send({ kind: 'ask', id, name, payload })
      })
    },
    // An answer to nothing came too late: its question was given up.
    settle: (body) => open.get(body.id)?.(body) ?? true,
  }
}

function parseAnswer<Name extends Request>(
  name: Name,
  body: ReliableBody,
): Result<Answer<Name>> | undefined {
  if (body.kind === 'refusal') return failed(body.problem.message, body.problem.fix)
  if (body.kind !== 'answer') return undefined
  const value = requests[name].answer.safeParse(body.value)
  return value.success ? ok(value.data as Answer<Name>) : undefined
}
