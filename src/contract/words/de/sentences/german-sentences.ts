import { effectSentences } from '../actions.ts'
import { cameraSentences } from './camera.ts'
import { checksSentences } from './checks.ts'
import { controlSentences } from './control.ts'
import { coreSentences } from './core.ts'
import { filesSentences } from './files.ts'
import { hostSentences } from './host.ts'
import { outputSentences } from './output.ts'
import { projectsSentences } from './projects.ts'
import { shippedSentences } from './shipped.ts'
import { trackingSentences } from './tracking.ts'
import { videosSentences } from './videos.ts'

/** Every sentence that is said, in German: a template of English, with `{}` for what differs. */
export const germanSentences = {
  ...cameraSentences,
  ...checksSentences,
  ...controlSentences,
  ...coreSentences,
  ...effectSentences,
  ...filesSentences,
  ...hostSentences,
  ...outputSentences,
  ...projectsSentences,
  ...shippedSentences,
  ...trackingSentences,
  ...videosSentences,
}
