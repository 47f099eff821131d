import { effectsHeard } from '../german-actions.ts'
import { classifiersHeard } from '../german-gestures.ts'
import { checksHeard } from './german-checks.ts'
import { coreHeard } from './german-core.ts'
import { hostHeard } from './german-host.ts'
import { videosHeard } from './german-videos.ts'

/** English sentences from outside the window, in German; `{}` for what differs. */
export const heardInGerman: Readonly<Record<string, string>> = {
  ...coreHeard,
  ...classifiersHeard,
  ...effectsHeard,
  ...hostHeard,
  ...checksHeard,
  ...videosHeard,
}
