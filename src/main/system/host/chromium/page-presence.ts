import { inBackground } from '../../../../contract/boundary/faults.ts'
import type { MainEndpoint, Unsubscribe } from '../../../../contract/boundary/endpoints.ts'
import { failed, ok, type Result } from '../../../../contract/boundary/result.ts'
import { onlyEnglish } from '../../../../core/sentence/sentence.ts'
import { describeExit, type BrowserProcess } from './browser-process.ts'

export const TOKEN_USED_AGAIN = 'Another program came with the key of the window.'

/** Waits for the page to connect, somebody else to come with its token, the browser to end, or the limit. */
export function untilConnected(
  browser: BrowserProcess,
  end: MainEndpoint,
  limitMs: number,
  onTokenUsedAgain: (listener: () => void) => Unsubscribe,
): Promise<Result<void>> {
  return new Promise((resolve) => {
    const settle = (result: Result<void>): void => {
      clearTimeout(timer)
      stopListening()
      stopWatching()
      resolve(result)
    }
    const timer = setTimeout(() => {
      settle(
        failed(onlyEnglish(`The browser did not open the page within ${limitMs / 1000} seconds.`)),
      )
    }, limitMs)
    const stopListening = end.onConnection((isConnected) => {
      if (isConnected) settle(ok(undefined))
    })
    const stopWatching = onTokenUsedAgain(() => {
      settle(failed(onlyEnglish(TOKEN_USED_AGAIN), onlyEnglish('Start Beckon again.')))
    })
    inBackground(
      'window',
      browser.ended.then((exit) => {
        const how = describeExit(exit)
        settle(failed(onlyEnglish(`The browser ended before it opened the page: ${how}.`)))
      }),
    )
  })
}

/** Calls back when the page has been away for so long; a page that comes back in time is not missed. */
export function onAbsence(end: MainEndpoint, limitMs: number, callback: () => void): Unsubscribe {
  let timer: NodeJS.Timeout | undefined
  const stopListening = end.onConnection((isConnected) => {
    clearTimeout(timer)
    timer = isConnected ? undefined : setTimeout(callback, limitMs)
  })
  return () => {
    clearTimeout(timer)
    stopListening()
  }
}
