import type { MainEnd } from '../../contract/boundary/endpoints.ts'
import { failed, ok, type Result } from '../../contract/boundary/result.ts'
import type { Hotkeys } from '../../contract/channels/settings.ts'
import type { CameraKeeper } from '../features/camera/camera-policy.ts'
import type { Host } from '../system/host/host.ts'
import type { ProjectSwitcher } from '../features/projects/project-switcher.ts'
import type { SettingsStore } from '../system/storage/settings-store.ts'
import type { TrackerKeeper } from '../features/tracking/tracker-selector.ts'
import type { Session } from '../control/session.ts'
import type { StateBoard } from '../shared/state-store.ts'

/** What the window may ask for. Choices people make there are remembered. */
export function answerRequests(parts: {
  readonly end: MainEnd
  readonly session: Session
  readonly camera: CameraKeeper
  readonly tracker: TrackerKeeper
  readonly settings: SettingsStore
  readonly switcher: ProjectSwitcher
  readonly host: Host
  readonly board: StateBoard
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
  end.answer('changeSettings', (part) => {
    const refused = part.hotkeys && claimHotkeys(parts, part.hotkeys)
    return refused ?? settings.change(part)
  })
  end.answer('setSourceMirrored', async ({ isSourceMirrored }) => {
    camera.setSourceMirrored(isSourceMirrored)
    return settings.change({ isSourceMirrored })
  })
}

/** What is refused is not remembered. */
function claimHotkeys(
  { host, board }: { readonly host: Host; readonly board: StateBoard },
  hotkeys: Hotkeys,
): Result<never> | undefined {
  const [problem] = host.claimHotkeys?.(hotkeys) ?? []
  if (problem !== undefined) return failed(problem.message, problem.fix)
  board.mended('hotkey')
  return undefined
}

const nothing = (result: Result<void>): Result<Record<never, never>> =>
  result.ok ? ok({}) : result
