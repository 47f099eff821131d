import type { MainEnd } from '../contract/ends.ts'
import { ok } from '../contract/result.ts'
import type { CameraKeeper } from './camera-keeper.ts'
import type { SettingsStore } from './projects/settings-store.ts'
import type { TrackerKeeper } from './tracker-keeper.ts'
import type { Session } from './session.ts'

/** What the window may ask for. Choices people make there are remembered. */
export function answerRequests(parts: {
  readonly end: MainEnd
  readonly session: Session
  readonly camera: CameraKeeper
  readonly tracker: TrackerKeeper
  readonly settings: SettingsStore
}): void {
  const { end, session, camera, tracker, settings } = parts
  end.answer('setMode', ({ mode }) => {
    session.setMode(mode)
    return ok({})
  })
  end.answer('switchProject', async ({ id }) => {
    const switched = session.switchProject(id)
    if (!switched.ok) return switched
    return settings.change({ project: id })
  })
  end.answer('chooseCamera', async ({ source }) => {
    camera.choose(source)
    return source.kind === 'file' ? ok({}) : settings.change({ camera: source })
  })
  end.answer('chooseTracker', ({ tracker: choice }) => {
    tracker.choose(choice)
    return choice === 'auto' ? ok({}) : settings.change({ tracker: choice })
  })
  end.answer('changeSettings', (part) => settings.change(part))
  end.answer('setSourceMirrored', async ({ isSourceMirrored }) => {
    camera.setSourceMirrored(isSourceMirrored)
    return settings.change({ isSourceMirrored })
  })
}
