import type { MainEndpoint } from '../../../contract/boundary/endpoints.ts'
import { watchForeground } from '../../system/foreground/watch-foreground.ts'
import type { ProjectSwitcher } from './project-switcher.ts'

/** Our own window in front says nothing of what people want to control. */
const OWN_TITLE = /(^|[-–—·] )Beckon$/

/** Tells switcher and page which program is in front. Answers how to stop. */
export function followForeground(
  switcher: ProjectSwitcher,
  end: Pick<MainEndpoint, 'publish'>,
): () => void {
  end.publish('foreground', { kind: 'on' })
  return watchForeground((foreground) => {
    const title = foreground.kind === 'on' ? (foreground.program?.title ?? '') : ''
    if (OWN_TITLE.test(title)) return
    end.publish('foreground', foreground)
    if (foreground.kind === 'on') switcher.programInFront(foreground.program)
  })
}
