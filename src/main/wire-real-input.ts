import type { ClosingStack } from './closing-stack.ts'
import type { RealInput, RealInputListener } from './listening/real-input.ts'
import type { Result } from '../contract/result.ts'
import type { Session } from './session.ts'
import type { StateBoard } from './state-board.ts'

export type ListenToRealInput = (hear: RealInputListener) => Promise<Result<RealInput>>

/** Gestures wait while a person types, and the real mouse takes over as soon as it moves. */
export function wireRealInput(parts: {
  readonly session: Session
  readonly board: StateBoard
  readonly closing: ClosingStack
  readonly listen: ListenToRealInput
}): void {
  const { session, board, closing, listen } = parts
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
    board.report({ stage: 'host', severity: 'low', message, ...(fix === undefined ? {} : { fix }) })
  })
}

const ENDED = 'Beckon no longer hears the keyboard: gestures do not wait while you type.'
