import type { Stage } from '../channels/status.ts'

/** A fault of ours that nobody waits for: what runs by itself has failed. */
export interface Fault {
  /** Undefined: nobody knows for whom it ran. */
  readonly stage: Stage | undefined
  readonly error: unknown
}

/** What becomes of faults in a process, and how it knows for whom its code runs. */
export interface FaultHandling {
  readonly hear: (fault: Fault) => void
  /** The stage for which this code runs. */
  readonly stage: () => Stage | undefined
  /** Runs it, and all that comes of it later, for this stage. */
  readonly within: <Value>(stage: Stage | undefined, act: () => Value) => Value
}

/** Until a process says otherwise: it surfaces as an unhandled rejection, and ends the process unless that is handled. */
const unhandled: FaultHandling = {
  hear: ({ error }) => {
    // eslint-disable-next-line beckon/no-unheard-rejection -- this is how it is made to be heard
    void Promise.reject(error)
  },
  stage: () => undefined,
  within: (_stage, act) => act(),
}

let handling = unhandled

/** Once, where a process begins. Answers how to leave it as it was. */
export function handleFaults(own: Partial<FaultHandling>): () => void {
  handling = { ...unhandled, ...own }
  return () => {
    handling = unhandled
  }
}

export const reportFault = (fault: Fault): void => handling.hear(fault)

/** Lets this run by itself. Whatever becomes of it is nobody's concern, but that it fails is told, with its stage. */
export function inBackground(stage: Stage, work: PromiseLike<unknown>): void {
  work.then(undefined, (error: unknown) => handling.hear({ stage, error }))
}

/**
 * Has a listener run for the stage for which this is called now, whoever calls it later: what it throws, or starts and
 * fails, is a fault of its own stage, and none of whoever had something to tell.
 */
export function forThisStage<Given extends readonly unknown[]>(
  listener: (...given: Given) => void,
): (...given: Given) => void {
  const stage = handling.stage()
  if (stage === undefined) return listener
  return (...given) => {
    contained(stage, () => listener(...given), undefined)
  }
}

/** Has a function run for the stage for which this is called now, whoever calls it later. */
export function keepStage<Given extends readonly unknown[], Value>(
  act: (...given: Given) => Value,
): (...given: Given) => Value {
  const stage = handling.stage()
  return stage === undefined ? act : (...given) => handling.within(stage, () => act(...given))
}

/** Runs this for a stage. A throw is a fault of that stage, and `instead` the answer. */
export function contained<Value, Instead>(
  stage: Stage,
  act: () => Value,
  instead: Instead,
): Value | Instead {
  try {
    return handling.within(stage, act)
  } catch (error) {
    handling.hear({ stage, error })
    return instead
  }
}
