import { say } from '../contract/say.ts'
import type { ClosingStack } from './closing-stack.ts'
import type { RealInput, RealInputListener } from './listening/real-input.ts'
import type { Result } from '../contract/result.ts'
import { watchMonitors } from './monitor-watch.ts'
import type { Services } from './services.ts'
import type { Session } from './session.ts'
import type { StateBoard } from './state-board.ts'

export type ListenToRealInput = (hear: RealInputListener) => Promise<Result<RealInput>>

/** Gestures wait while a person types, the real mouse takes over as soon as it moves, and monitors come and go. */
export function wireRealInput(parts: {
  readonly session: Session
  readonly board: StateBoard
  readonly closing: ClosingStack
  readonly listen: ListenToRealInput
  readonly services: Pick<Services, 'desktop' | 'readDesktop' | 'dispatcher' | 'dryDispatcher'>
}): void {
  const { session, board, closing, listen } = parts
  closing.add('monitors', followMonitors(parts))
  let isClosed = false
  const hear: RealInputListener = {
    onKey: () => {
      session.realKeyDown()
    },
    onMotion: (at) => {
      session.pointerSeenAt(at)
    },
    onEnd: () => {
      board.report({ stage: 'host', severity: 'low', message: ENDED })
    },
  }
  const listening = listen(hear)
  closing.add('listening to keyboard and mouse', async () => {
    isClosed = true
    const opened = await listening
    if (opened.ok) await opened.value.close()
  })
  void listening.then((opened) => {
    if (opened.ok || isClosed) return
    const { message, fix } = opened.problem
    board.report({ stage: 'host', severity: 'low', message, fix })
  })
}

const ENDED = say('Beckon no longer hears the keyboard: gestures do not wait while you type.')

function followMonitors({
  session,
  board,
  services,
}: {
  readonly session: Session
  readonly board: StateBoard
  readonly services: Pick<Services, 'desktop' | 'readDesktop' | 'dispatcher' | 'dryDispatcher'>
}): () => void {
  return watchMonitors({
    first: services.desktop,
    read: services.readDesktop,
    isWorthIt: () => board.current().mode !== 'paused',
    onChange: (desktop) => {
      void session.setDesktop(desktop)
      services.dispatcher.setDesktop(desktop)
      services.dryDispatcher.setDesktop(desktop)
    },
  })
}
