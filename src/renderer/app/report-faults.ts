import { handleFaults } from '../../contract/boundary/faults.ts'
import { saidBy } from '../../contract/words/said-error.ts'
import { say } from '../../contract/words/say.ts'
import type { Stage } from '../../contract/channels/status.ts'
import type { AppStore } from './app-store.svelte.ts'

/** Has the host hear of what fails in the window and nobody caught; each fault once. Answers how to stop. */
export function reportFaults(store: Pick<AppStore, 'report'>): () => void {
  const told = new Set<string>()
  const tell = (stage: Stage, error: unknown): void => {
    const fault = `${stage}: ${String(error)}`
    if (told.has(fault)) return
    told.add(fault)
    const message = say('Something in Beckon failed: {}', saidBy(error))
    store.report({ stage, severity: 'medium', message })
  }
  const leave = handleFaults({
    hear: ({ stage = 'window', error }) => tell(stage, error),
  })
  const onRejection = ({ reason }: PromiseRejectionEvent): void => tell('window', reason)
  // Without an error it is the browser's own, as of a layout that takes another turn.
  const onError = ({ error }: ErrorEvent): void => {
    if (error instanceof Error) tell('window', error)
  }
  window.addEventListener('unhandledrejection', onRejection)
  window.addEventListener('error', onError)
  return () => {
    leave()
    window.removeEventListener('unhandledrejection', onRejection)
    window.removeEventListener('error', onError)
  }
}
