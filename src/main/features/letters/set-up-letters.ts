import type { MainEndpoint } from '../../../contract/boundary/endpoints.ts'
import type { DisposeStack } from '../../../node/dispose-stack.ts'
import type { Session } from '../../control/session.ts'
import { createLetterPractice } from './letter-practice.ts'
import type { Letters } from './open-letters.ts'

/** Joins letters to the session, whose project wants them or not, and to the page where people practise them. */
export function setUpLetters(parts: {
  readonly end: MainEndpoint
  readonly letters: Letters
  readonly session: Session
  readonly disposeStack: DisposeStack
}): void {
  const { end, letters, session, disposeStack } = parts
  session.on('project', letters.followProject)
  session.on('letGo', (reason) => {
    if (reason === 'overruled') letters.composer.forget()
  })
  const practice = createLetterPractice({
    ...{ end, letters: letters.reader, onRead: letters.onRead },
    standBack: (reason, words) => {
      session.standBack(reason, words)
    },
  })
  disposeStack.add('practice', practice)
}
