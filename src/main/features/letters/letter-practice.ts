import type { MainEndpoint, Unsubscribe } from '../../../contract/boundary/endpoints.ts'
import type { PracticeView } from '../../../contract/channels/practice-channels.ts'
import { ok } from '../../../contract/boundary/result.ts'
import { clamp } from '../../../core/geometry/vector.ts'
import { say } from '../../../contract/words/say.ts'
import type { Sentence } from '../../../core/sentence/sentence.ts'
import type { ReadLetter } from '../../../inference/sign-letters.ts'
import type { LetterReader } from './letter-reader.ts'

export interface LetterPractice {
  /** What the network makes of a frame. */
  heard(read: ReadLetter): void
  /** Call once, with what practice needs of the rest. Returns what stops it. */
  serve(parts: {
    readonly letters: Pick<LetterReader, 'practise' | 'forget'>
    readonly standBack: (reason: string, words: Sentence | undefined) => void
  }): Unsubscribe
}

/** Reads letters for the page that practises them, whatever project is in force. Meanwhile hands do nothing. */
export function createLetterPractice(end: MainEndpoint): LetterPractice {
  let isOn = false
  let signed: PracticeView['signed']
  return {
    heard: ({ spelling, probabilities }) => {
      if (!isOn) return
      if (spelling.signed !== undefined) {
        signed = { letter: spelling.signed, count: (signed?.count ?? 0) + 1 }
      }
      const view = { probabilities: [...(probabilities ?? [])].map(withinOne) }
      end.send('practice', signed === undefined ? view : { ...view, signed })
    },
    serve: ({ letters, standBack }) => {
      const turn = (on: boolean): void => {
        isOn = on
        signed = undefined
        letters.practise(on)
        standBack('practice', on ? PRACTISING : undefined)
      }
      end.handle('beginPractice', () => {
        turn(true)
        return ok({})
      })
      end.handle('endPractice', () => {
        turn(false)
        return ok({})
      })
      end.handle('forgetLetters', () => {
        letters.forget()
        return ok({})
      })
      return end.onConnection((isConnected) => {
        if (!isConnected && isOn) turn(false)
      })
    },
  }
}

const PRACTISING = say('Practising letters.')

/** Sums of a softmax are one but for the last digits. */
const withinOne = (value: number): number => clamp(value, 0, 1)
