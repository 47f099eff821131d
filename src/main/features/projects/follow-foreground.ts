import type { ForegroundView } from '../../../contract/channels/project-channels.ts'
import { watchForeground } from '../../system/foreground/watch-foreground.ts'
import type { PageTeller } from '../../shared/page-channel.ts'
import type { ProjectSwitcher } from './project-switcher.ts'

/** Our own window in front says nothing of what people want to control. */
const OWN_TITLE = /(^|[-–—·] )Beckon$/

/** Tells switcher and page which program is in front. Answers how to stop. */
export function followForeground(switcher: ProjectSwitcher, page: PageTeller): () => void {
  let last: ForegroundView = { kind: 'on' }
  page.onConnected(() => {
    page.tell('foreground', last)
  })
  return watchForeground((foreground) => {
    const title = foreground.kind === 'on' ? (foreground.program?.title ?? '') : ''
    if (OWN_TITLE.test(title)) return
    last = foreground
    page.tell('foreground', last)
    if (foreground.kind === 'on') switcher.front(foreground.program)
  })
}
