import { join } from 'node:path'
import type { MainEndpoint, Unsubscribe } from '../../../contract/boundary/endpoints.ts'
import type { Result } from '../../../contract/boundary/result.ts'
import { subscribe, notifyAll } from '../../../contract/boundary/subscribers.ts'
import type { CausedEffect } from '../../../core/action/effect.ts'
import type { LetterReading } from '../../../core/classifier/classifier.ts'
import type { HandFrame } from '../../../core/hand/hand-frame.ts'
import type { Project } from '../../../core/project/project.ts'
import type { LetterModel } from '../../../inference/letter-model.ts'
import type { ReadLetter } from '../../../inference/sign-letters.ts'
import type { DisposeStack } from '../../../node/dispose-stack.ts'
import type { StateStore } from '../../shared/state-store.ts'
import { createLetterReader, type LetterReader } from './letter-reader.ts'
import { WordComposer } from './word-composer.ts'
import { readWordList } from './word-list.ts'

/** Letters as they are read, and the word that they make. */
export interface Letters {
  readonly reader: LetterReader
  readonly composer: WordComposer
  /** As `LetterReader.read`. */
  read(frame: HandFrame): LetterReading | undefined
  /** As `WordComposer.resolve`. */
  resolve(caused: CausedEffect): readonly CausedEffect[]
  /** The project in force: whether it wants letters. */
  followProject(project: Project): void
  /** What the network made of each frame, as soon as it is known. */
  onRead(listener: (read: ReadLetter) => void): Unsubscribe
}

export function openLetters(parts: {
  readonly end: MainEndpoint
  readonly resources: string
  readonly services: { readonly project: Project }
  readonly stateStore: StateStore
  readonly disposeStack: DisposeStack
}): Letters {
  const { end, resources, services, stateStore, disposeStack } = parts
  const listeners = new Set<(read: ReadLetter) => void>()
  const reader = createLetterReader({
    open: () => openModel(join(resources, 'letters', 'sign-letters.onnx')),
    onProblem: (problem) => {
      stateStore.report(problem)
    },
    onReading: (read) => {
      notifyAll(listeners, read)
    },
  })
  disposeStack.add('letters', () => reader.close())
  const composer = new WordComposer({
    publish: (view) => {
      end.publish('spelling', view)
    },
    readWords: readWordList,
  })
  const followProject = (project: Project): void => {
    reader.follow(project)
    composer.follow(project)
  }
  followProject(services.project)
  const letters: Letters = {
    ...{ reader, composer, followProject },
    read: (frame) => reader.read(frame),
    resolve: (caused) => composer.effectsFor(caused),
    onRead: (listener) => subscribe(listeners, listener),
  }
  letters.onRead(({ spelling }) => {
    composer.onReading(spelling)
  })
  return letters
}

/** Its library takes a tenth of a second to load, which nobody waits for who signs no letters. */
async function openModel(path: string): Promise<Result<LetterModel>> {
  const { openLetterModel } = await import('../../../inference/letter-model.ts')
  return openLetterModel(path)
}
