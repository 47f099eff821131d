import type { MainEndpoint, Unsubscribe } from '../../../../contract/boundary/endpoints.ts'

export interface SilenceLimit {
  readonly askEveryMs: number
  /** So many questions in a row without an answer are a page that hangs. */
  readonly mostUnanswered: number
}

/** Ten seconds: a page that starts, or a computer that has much to do, is silent for two or three. */
export const SILENCE: SilenceLimit = { askEveryMs: 1000, mostUnanswered: 10 }

/**
 * Calls back once when a page that is connected does nothing any more: its connection lives as long as its browser. Questions are
 * counted and not seconds, so that a computer that slept is not taken for a page that hung.
 */
export function onSilence(
  end: MainEndpoint,
  limit: SilenceLimit,
  callback: () => void,
): Unsubscribe {
  let unanswered = 0
  let turn = 0
  const answered = (): void => {
    unanswered = 0
  }
  const stops = [end.on('pong', answered), end.onConnection(answered)]
  const timer = setInterval(() => {
    if (unanswered >= limit.mostUnanswered) {
      stop()
      callback()
      return
    }
    unanswered += 1
    turn += 1
    end.send('ping', turn)
  }, limit.askEveryMs)
  const stop = (): void => {
    clearInterval(timer)
    for (const each of stops) each()
  }
  return stop
}
