import type { MainEndpoint, Unsubscribe } from '../../../contract/boundary/endpoints.ts'
import type { PracticeView } from '../../../contract/channels/practice-channels.ts'
import { ok } from '../../../contract/boundary/result.ts'
import { clamp } from '../../../core/geometry/vector.ts'
import { say } from '../../../contract/words/say.ts'
import type { Sentence } from '../../../core/sentence/sentence.ts'
import type { ReadLetter } from '../../../inference/sign-letters.ts'
import type { LetterReader } from './letter-reader.ts'

/**
 * Reads letters for the page that practises them, whatever project is in force. Meanwhile hands do nothing. Returns what stops
 * it.
 */
export function createLetterPractice(parts: {
  readonly end: MainEndpoint
  readonly letters: Pick<LetterReader, 'practise' | 'forget'>
  /** Tells what the network makes of each frame. */
  readonly onRead: (listener: (read: ReadLetter) => void) => Unsubscribe
  readonly standBack: (reason: string, words: Sentence | undefined) => void
}): Unsubscribe {
  const { end, letters, standBack } = parts
  let isOn = false
  let signed: PracticeView['signed']
  const setPractising = (on: boolean): void => {
    isOn = on
    signed = undefined
    letters.practise(on)
    standBack('practice', on ? PRACTISING : undefined)
  }
  end.handle('beginPractice', () => {
    setPractising(true)
    return ok({})
  })
  end.handle('endPractice', () => {
    setPractising(false)
    return ok({})
  })
  end.handle('forgetLetters', () => {
    letters.forget()
    return ok({})
  })
  const stops = [
    parts.onRead(({ spelling, probabilities }) => {
      if (!isOn) return
      if (spelling.signed !== undefined) {
        signed = { letter: spelling.signed, count: (signed?.count ?? 0) + 1 }
      }
      const view = { probabilities: [...(probabilities ?? [])].map(withinOne) }
      end.send('practice', signed === undefined ? view : { ...view, signed })
    }),
    end.onConnection((isConnected) => {
      if (!isConnected && isOn) setPractising(false)
    }),
  ]
  return () => {
    for (const stop of stops) stop()
  }
}

const PRACTISING = say('Practising letters.')

/** Sums of a softmax are one but for the last digits. */
const withinOne = (value: number): number => clamp(value, 0, 1)
