import { SaidError } from '../../../../contract/words/said-error.ts'
import { say } from '../../../../contract/words/say.ts'
import { runLater } from '../../../../node/later.ts'
import type { VolumeBackend } from './backend.ts'

/** As `outputOf` waits for a tool: a sound server that hangs must not hold up what comes after. */
const ANSWERS_WITHIN_MS = 3000

/**
 * The backend, with an end to waiting: a call that takes longer rejects, and until the late one has come back no other is
 * begun, so that a mixer which hangs does not gather a process for each step.
 */
export function answering(backend: VolumeBackend, withinMs = ANSWERS_WITHIN_MS): VolumeBackend {
  let late: Promise<unknown> | undefined

  const limited = <Value>(call: () => Promise<Value>): Promise<Value> => {
    const silent = new SaidError(say('{} does not answer', backend.name))
    if (late !== undefined) return Promise.reject(silent)
    const running = call()
    return new Promise((resolve, reject) => {
      const cancel = runLater(withinMs, () => {
        late = running.then(noValue, noValue).then(() => (late = undefined))
        reject(silent)
      })
      running.then(resolve, reject).finally(cancel)
    })
  }
  return {
    name: backend.name,
    read: () => limited(() => backend.read()),
    setLevel: (levelRatio) => limited(() => backend.setLevel(levelRatio)),
    setMuted: (isMuted) => limited(() => backend.setMuted(isMuted)),
  }
}

const noValue = (): undefined => undefined
