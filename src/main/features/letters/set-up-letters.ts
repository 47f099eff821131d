import { join } from 'node:path'
import type { Result } from '../../../contract/boundary/result.ts'
import type { DisposeStack } from '../../../node/dispose-stack.ts'
import type { Host } from '../../system/host/host.ts'
import type { LetterModel } from '../../../inference/letter-model.ts'
import { createLetterReader, type LetterReader } from './letter-reader.ts'
import { createLetterPractice } from './letter-practice.ts'
import type { Services } from '../../app/open-services.ts'
import type { Session } from '../../control/session.ts'
import { WordComposer } from './word-composer.ts'
import type { StateStore } from '../../shared/state-store.ts'
import { readWordList } from './word-list.ts'

export interface LettersFeature {
  readonly letters: LetterReader
  readonly spelling: WordComposer
  /** Calls the session that stands back while somebody practises. */
  serve(session: Session): void
}

/** Reads letters for the projects that want them, and keeps the word that they make. */
export function setUpLetters(parts: {
  readonly host: Host
  readonly resources: string
  readonly services: Services
  readonly stateStore: StateStore
  readonly disposeStack: DisposeStack
}): LettersFeature {
  const { host, resources, services, stateStore, disposeStack } = parts
  const spelling = new WordComposer({
    publish: (view) => {
      host.end.publish('spelling', view)
    },
    readWords: readWordList,
  })
  const practice = createLetterPractice(host.end)
  const letters = createLetterReader({
    open: () => openModel(join(resources, 'letters', 'sign-letters.onnx')),
    onProblem: (problem) => {
      stateStore.report(problem)
    },
    onHeard: (read) => {
      spelling.heard(read.spelling)
      practice.heard(read)
    },
  })
  disposeStack.add('letters', () => letters.close())
  letters.follow(services.project)
  spelling.follow(services.project)
  const serve = (session: Session): void => {
    const standBack = session.standBack.bind(session)
    disposeStack.add('practice', practice.serve({ letters, standBack }))
  }
  return { letters, spelling, serve }
}

/** Its library takes a tenth of a second to load, which nobody waits for who signs no letters. */
async function openModel(path: string): Promise<Result<LetterModel>> {
  const { openLetterModel } = await import('../../../inference/letter-model.ts')
  return openLetterModel(path)
}
