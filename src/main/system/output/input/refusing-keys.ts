import { SaidError } from '../../../../contract/words/said-error.ts'
import { say } from '../../../../contract/words/say.ts'
import type { Sentence } from '../../../../core/sentence/sentence.ts'
import type { NativeKeys } from './native-keys.ts'

/** Stands in for a keyboard that cannot be reached: presses nothing, so nothing has to be let go of. */
export function createRefusingKeys(why: Sentence): NativeKeys {
  const refuse = (): Promise<never> =>
    Promise.reject(
      new SaidError(
        say(
          'Keys cannot be pressed on this display: {}. Beckon needs an X server with the extensions XKEYBOARD and XTEST.',
          why,
        ),
      ),
    )
  const nothing = (): Promise<void> => Promise.resolve()
  return {
    press: refuse,
    release: nothing,
    chord: refuse,
    type: refuse,
    isHolding: () => false,
    releaseAll: nothing,
  }
}
