import type { HandInterpolation } from '../drawing/hand-interpolation.ts'
import type { AppStore } from './app-store.svelte.ts'
import type { BodyFeed, FrameFeed } from './frame-feed.ts'
import type { Notice } from './notice.ts'
import type { PageId } from './pages.ts'

/** What every page is given. */
export interface PageProps {
  readonly store: AppStore
  readonly interpolation: HandInterpolation
  readonly frames: FrameFeed
  readonly bodies: BodyFeed
  readonly notice: Notice | undefined
  readonly go: (page: PageId) => void
}
