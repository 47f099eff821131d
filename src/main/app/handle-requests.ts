import type { MainEndpoint } from '../../contract/boundary/endpoints.ts'
import { failed, ok, type Result } from '../../contract/boundary/result.ts'
import type { Hotkeys } from '../../contract/channels/settings.ts'
import type { CameraPolicy } from '../features/camera/camera-policy.ts'
import type { Host } from '../system/host/host.ts'
import type { ProjectSwitcher } from '../features/projects/project-switcher.ts'
import type { SettingsStore } from '../system/storage/settings-store.ts'
import type { TrackerSelector } from '../features/tracking/tracker-selector.ts'
import type { Session } from '../control/session.ts'
import type { StateStore } from '../shared/state-store.ts'

/** What the window may ask for. Choices people make there are remembered. */
export function handleRequests(parts: {
  readonly end: MainEndpoint
  readonly session: Session
  readonly camera: CameraPolicy
  readonly tracker: TrackerSelector
  readonly settings: SettingsStore
  readonly switcher: ProjectSwitcher
  readonly host: Host
  readonly stateStore: StateStore
}): void {
  const { end, session, camera, tracker, settings, switcher } = parts
  end.handle('setMode', ({ mode }) => {
    session.setMode(mode)
    return ok({})
  })
  end.handle('switchProject', ({ id }) => withoutValue(switcher.choose(id, 'window')))
  end.handle('undoSwitch', () => withoutValue(switcher.undo()))
  end.handle('chooseCamera', async ({ source }) => {
    camera.choose(source)
    return source.kind === 'file' ? ok({}) : settings.change({ camera: source })
  })
  end.handle('chooseTracker', ({ tracker: choice }) => {
    tracker.choose(choice)
    return choice === 'auto' ? ok({}) : settings.change({ tracker: choice })
  })
  end.handle('changeSettings', (part) => {
    const refused = part.hotkeys && refusalOf(parts, part.hotkeys)
    return refused ?? settings.change(part)
  })
  end.handle('setSourceMirrored', async ({ isSourceMirrored }) => {
    camera.setSourceMirrored(isSourceMirrored)
    return settings.change({ isSourceMirrored })
  })
}

/** What is refused is not remembered. */
function refusalOf(
  { host, stateStore }: { readonly host: Host; readonly stateStore: StateStore },
  hotkeys: Hotkeys,
): Result<never> | undefined {
  const [problem] = host.checkHotkeys?.(hotkeys) ?? []
  if (problem !== undefined) return failed(problem.message, problem.fix)
  stateStore.clearProblems('hotkey')
  return undefined
}

const withoutValue = (result: Result<void>): Result<Record<never, never>> =>
  result.ok ? ok({}) : result
