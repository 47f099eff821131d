import { handleFaults, type Fault } from '../../contract/boundary/faults.ts'
import { stackOf } from '../../contract/boundary/error-message.ts'
import { saidBy } from '../../contract/words/said-error.ts'
import { say } from '../../contract/words/say.ts'
import type { Stage } from '../../contract/channels/status.ts'
import { stageContext } from '../../node/stage-context.ts'
import type { StateStore } from '../shared/state-store.ts'
import type { Terminal } from '../shared/terminal.ts'

/**
 * What a fault of ours ends. A feature's is told, and control goes on: what moves the pointer needs none of them, and where
 * frames stop coming, everything is let go of all the same. A fault in control is the end of the app, after it has let go:
 * nobody knows any more what is held, and for what.
 */
const ENDS_THE_APP: Readonly<Record<Stage, boolean>> = {
  control: true,
  classifier: true,
  gesture: true,
  output: true,
  window: true,
  hotkey: false,
  camera: false,
  tracking: false,
  body: false,
  link: false,
  project: false,
  host: false,
  letters: false,
  tuning: false,
  recordings: false,
  videos: false,
  service: false,
  settings: false,
  diagnostics: false,
  'command-line': false,
}
/** Faults that are remembered as told; one that varies without end is not to fill the memory. */
const MOST_TOLD = 200

export interface ContainedFaults {
  /** Takes what nobody caught, and answers whether the app survives it: it was of a feature, and has been told. */
  survives(error: unknown): boolean
  stop(): void
}

/** The last line of defence: tells each fault of a feature once, with its stage, and leaves those of control to the app's end. */
export function containFaults(parts: {
  readonly stateStore: Pick<StateStore, 'report'>
  readonly terminal: Pick<Terminal, 'say'>
}): ContainedFaults {
  const told = new Set<string>()
  const tell = (stage: Stage, error: unknown): void => {
    const fault = `${stage}: ${stackOf(error)}`
    if (told.has(fault) || told.size === MOST_TOLD) return
    told.add(fault)
    parts.terminal.say(fault)
    const message = say('Something in Beckon failed: {}', saidBy(error))
    const fix = say('Hands go on. Should it happen again, start Beckon again.')
    parts.stateStore.report({ stage, severity: 'medium', message, fix })
  }
  const takes = ({ stage, error }: Fault): boolean => {
    if (stage === undefined || ENDS_THE_APP[stage]) return false
    tell(stage, error)
    return true
  }
  const stop = handleFaults({
    ...stageContext,
    hear: (fault) => {
      if (!takes(fault)) endTheApp(fault.error)
    },
  })
  return { survives: (error) => takes({ stage: stageContext.stage(), error }), stop }
}

/** As an unhandled rejection in control is, whoever is running now. */
function endTheApp(error: unknown): void {
  stageContext.within('control', () => {
    // eslint-disable-next-line beckon/no-unheard-rejection -- this is how it is made to be heard
    void Promise.reject(error)
  })
}
