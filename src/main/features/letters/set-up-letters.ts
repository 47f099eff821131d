import { join } from 'node:path'
import type { Result } from '../../../contract/boundary/result.ts'
import type { Project } from '../../../core/project/project.ts'
import type { ClosingStack } from '../../../node/dispose-stack.ts'
import type { Host } from '../../system/host/host.ts'
import type { LetterModel } from '../../../inference/letter-model.ts'
import { createLetterReader, type LetterReader } from './letter-reader.ts'
import type { PageTeller } from '../../shared/page-channel.ts'
import { keepPractice } from './letter-practice.ts'
import type { Session } from '../../control/session.ts'
import { SpellingKeeper } from './word-composer.ts'
import type { StateBoard } from '../../shared/state-store.ts'
import { readWordList } from './word-list.ts'

export interface WiredLetters {
  readonly letters: LetterReader
  readonly spelling: SpellingKeeper
  /** Calls the session that stands back while somebody practises. */
  serve(session: Session): void
}

/** Reads letters for the projects that want them, and keeps the word that they make. */
export function wireLetters(parts: {
  readonly host: Host
  readonly resources: string
  readonly services: { readonly project: Project }
  readonly board: StateBoard
  readonly page: PageTeller
  readonly closing: ClosingStack
}): WiredLetters {
  const { host, resources, services, board, page, closing } = parts
  const spelling = new SpellingKeeper({
    tell: (view) => {
      page.tell('spelling', view)
    },
    readWords: readWordList,
  })
  const practice = keepPractice({
    end: host.end,
    tell: (view) => {
      page.tell('practice', view)
    },
  })
  const letters = createLetterReader({
    open: () => openModel(join(resources, 'letters', 'sign-letters.onnx')),
    onProblem: (problem) => {
      board.report(problem)
    },
    onHeard: (read) => {
      spelling.heard(read.spelling)
      practice.heard(read)
    },
  })
  closing.add('letters', () => letters.close())
  letters.follow(services.project)
  spelling.follow(services.project)
  const serve = (session: Session): void => {
    const standBack = session.standBack.bind(session)
    closing.add('practice', practice.serve({ letters, standBack }))
  }
  return { letters, spelling, serve }
}

/** Its library takes a tenth of a second to load, which nobody waits for who signs no letters. */
async function openModel(path: string): Promise<Result<LetterModel>> {
  const { openLetterModel } = await import('../../../inference/letter-model.ts')
  return openLetterModel(path)
}
