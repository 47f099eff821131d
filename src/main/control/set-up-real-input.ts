import { inBackground } from '../../contract/boundary/faults.ts'
import type { Desktop } from '../../core/geometry/point.ts'
import { say } from '../../contract/words/say.ts'
import type { DisposeStack } from '../../node/dispose-stack.ts'
import type { RealInput, RealInputListener } from '../system/listening/real-input.ts'
import type { Result } from '../../contract/boundary/result.ts'
import { DISPLAY_GONE, watchDisplay } from './display-watch.ts'
import { watchMonitors } from './monitor-watch.ts'
import type { Session } from './session.ts'
import type { Terminal } from '../shared/terminal.ts'
import type { StateStore } from '../shared/state-store.ts'

export type ListenToRealInput = (listener: RealInputListener) => Promise<Result<RealInput>>

/** What follows the monitors. */
interface MonitoredServices {
  readonly desktop: Desktop
  readonly readDesktop: () => Promise<Desktop | undefined>
  readonly pointerPosition: () => Promise<unknown>
}

/** Gestures wait while a person types, the real mouse takes over as soon as it moves, and monitors come and go. */
export function setUpRealInput(parts: {
  readonly session: Session
  readonly stateStore: StateStore
  readonly disposeStack: DisposeStack
  readonly listen: ListenToRealInput
  readonly services: MonitoredServices
  readonly terminal: Pick<Terminal, 'problem'>
}): void {
  const { session, stateStore, disposeStack, listen } = parts
  disposeStack.add('monitors', followMonitors(parts))
  disposeStack.add('display', followDisplay(parts))
  let isClosed = false
  const listener: RealInputListener = {
    onKey: () => {
      session.realKeyDown()
    },
    onMotion: (at) => {
      session.pointerSeenAt(at)
    },
    onEnd: () => {
      stateStore.report({ stage: 'host', severity: 'low', message: ENDED })
    },
  }
  const listening = listen(listener)
  disposeStack.add('listening to keyboard and mouse', async () => {
    isClosed = true
    const opened = await listening
    if (opened.ok) await opened.value.close()
  })
  inBackground(
    'control',
    listening.then((opened) => {
      if (opened.ok || isClosed) return
      const { message, fix } = opened.problem
      stateStore.report({ stage: 'host', severity: 'low', message, fix })
    }),
  )
}

const ENDED = say('Beckon no longer hears the keyboard: gestures do not wait while you type.')

/** In control of nothing is not in control. */
function followDisplay({
  session,
  stateStore,
  services,
  terminal,
}: Parameters<typeof setUpRealInput>[0]): () => void {
  return watchDisplay({
    pointerPosition: services.pointerPosition,
    isWorthIt: () => stateStore.current().mode !== 'paused',
    onGone: () => {
      session.setMode('paused')
      stateStore.report(DISPLAY_GONE)
      terminal.problem(DISPLAY_GONE)
    },
    every: (periodMs, act) => {
      const timer = setInterval(act, periodMs)
      return () => {
        clearInterval(timer)
      }
    },
  })
}

function followMonitors({
  session,
  stateStore,
  services,
}: {
  readonly session: Session
  readonly stateStore: StateStore
  readonly services: MonitoredServices
}): () => void {
  return watchMonitors({
    first: services.desktop,
    read: services.readDesktop,
    isWorthIt: () => stateStore.current().mode !== 'paused',
    onChange: (desktop) => {
      session.setDesktop(desktop)
    },
  })
}
