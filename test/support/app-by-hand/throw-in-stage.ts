import { spawn } from 'node:child_process'
import { createWriteStream } from 'node:fs'
import { inBackground } from '../../../src/contract/boundary/faults.ts'
import { notifyAll, subscribe } from '../../../src/contract/boundary/subscribers.ts'
import type { Stage } from '../../../src/contract/channels/status.ts'
import { stageContext } from '../../../src/node/stage-context.ts'

/** Every way in which code that nobody waits for can fail. */
export const THROWS = ['timer', 'rejection', 'background', 'listener', 'child', 'stream'] as const
export type Throw = (typeof THROWS)[number]

/** Has something of this stage fail by itself, soon. */
export function throwInStage(stage: Stage, how: Throw): void {
  stageContext.within(stage, () => {
    fail(stage, how)
  })
}

function fail(stage: Stage, how: Throw): void {
  const error = new Error(`thrown on purpose: ${how}`)
  switch (how) {
    case 'timer':
      setTimeout(() => {
        throw error
      })
      return
    case 'rejection':
      void new Promise((resolve) => setTimeout(resolve)).then(() => {
        throw error
      })
      return
    case 'background':
      inBackground(stage, Promise.reject(error))
      return
    case 'listener':
      failAsListener(error)
      return
    case 'child':
      // Nobody hears that it cannot be started.
      spawn(`/thrown on purpose: ${how}`)
      return
    case 'stream':
      createWriteStream(`/thrown on purpose: ${how}/file`)
  }
}

/** It listens for its stage; whoever tells it something is another. */
function failAsListener(error: Error): void {
  const listeners = new Set<(payload: undefined) => void>()
  subscribe(listeners, () => {
    throw error
  })
  stageContext.within('control', () => {
    notifyAll(listeners, undefined)
  })
}
