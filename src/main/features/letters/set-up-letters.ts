import type { MainEnd } from '../../../contract/boundary/endpoints.ts'
import type { ClosingStack } from '../../../node/dispose-stack.ts'
import type { Session } from '../../control/session.ts'
import { keepPractice } from './letter-practice.ts'
import type { Letters } from './open-letters.ts'

/** Joins letters to the session, whose project wants them or not, and to the page where people practise them. */
export function wireLetters(parts: {
  readonly end: MainEnd
  readonly letters: Letters
  readonly session: Session
  readonly closing: ClosingStack
}): void {
  const { end, letters, session, closing } = parts
  session.on('project', letters.follow)
  session.on('letGo', (reason) => {
    if (reason === 'overruled') letters.composer.forget()
  })
  const practice = keepPractice({
    ...{ end, letters: letters.reader, onRead: letters.onRead },
    standBack: (reason, words) => {
      session.standBack(reason, words)
    },
  })
  closing.add('practice', practice)
}
