import type { MainEnd } from '../contract/ends.ts'
import { ok, type Result } from '../contract/result.ts'
import type { CameraKeeper } from './camera-keeper.ts'
import type { ProjectSwitcher } from './project-switcher.ts'
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
  readonly switcher: ProjectSwitcher
}): void {
  const { end, session, camera, tracker, settings, switcher } = parts
  end.answer('setMode', ({ mode }) => {
    session.setMode(mode)
    return ok({})
  })
  end.answer('switchProject', ({ id }) => nothing(switcher.choose(id, 'window')))
  end.answer('undoSwitch', () => nothing(switcher.undo()))
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

const nothing = (result: Result<void>): Result<Record<never, never>> =>
  result.ok ? ok({}) : result
