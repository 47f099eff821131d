import type { CameraOrder, CameraStatus } from '../../contract/status.ts'
import { closedCamera, stepCamera, type CameraEvent } from './camera-machine.ts'
import { cameraLabels } from './device-source.ts'
import type { OpenCamera } from './open-camera.ts'
import { openSource } from './open-source.ts'
import { createStillness } from './stillness.ts'

export interface CameraListeners {
  onStatus(status: CameraStatus): void
  onLabels(labels: string[]): void
  /** The camera to read and to show; undefined when it is let go. */
  onCamera(camera: OpenCamera | undefined): void
  /** Something odd that may be nothing, in words. */
  onHint(message: string): void
  /** A file or a script must not play before anybody looks. */
  whenTrackerIsUp(): Promise<void>
}

interface Look {
  readonly widthPx: number
  readonly heightPx: number
  readonly meanLuma: number
  readonly fingerprint: number
}

/** Carries out what the camera machine decides: opens, closes, tries again, finds a device again by its name. */
export interface Camera {
  order(order: CameraOrder): void
  look(look: Look): void
  /** Call regularly, with the number of pictures since the last call. */
  pulse(pictures: number): void
  close(): void
}

/** Pictures read before the end are still being tracked when a video is over. */
const LAST_PICTURES_MS = 700

export function createCamera(listeners: CameraListeners): Camera {
  let state = closedCamera
  let open: OpenCamera | undefined
  const stillness = createStillness()

  const letGo = (): void => {
    if (!open) return
    listeners.onCamera(undefined)
    open.close()
    open = undefined
  }
  const happen = (event: CameraEvent): void => {
    const before = state
    state = stepCamera(state, event, performance.now())
    if (!hasStream(state.status) || state.attempt !== before.attempt) letGo()
    if (state.status !== before.status) listeners.onStatus(state.status)
    if (state.attempt !== before.attempt) void openNow(state.attempt)
  }
  const openNow = async (attempt: number): Promise<void> => {
    const source = state.order?.source
    if (!source) return
    const isMine = (): boolean => attempt === state.attempt && state.order?.open === true
    if (source.kind !== 'device') await listeners.whenTrackerIsUp()
    if (!isMine()) return
    const opened = await openSource(source, {
      onUnplugged: () => {
        if (isMine()) happen({ kind: 'unplugged' })
      },
      onOver: () => {
        setTimeout(() => {
          if (isMine()) happen({ kind: 'over' })
        }, LAST_PICTURES_MS)
      },
    })
    if (!isMine()) {
      if (opened.ok) opened.camera.close()
      return
    }
    if (!opened.ok) {
      happen({ kind: 'failed', ...opened })
      return
    }
    open = opened.camera
    stillness.restart(source.kind === 'device')
    listeners.onCamera(open)
    happen({ kind: 'opened', label: open.label })
    void tellLabels()
  }
  const tellLabels = async (): Promise<void> => {
    listeners.onLabels(await cameraLabels().catch(() => []))
  }
  const onDevices = (): void => {
    void tellLabels()
    happen({ kind: 'devices-changed' })
  }
  navigator.mediaDevices.addEventListener('devicechange', onDevices)
  void tellLabels()

  return {
    order: (order) => {
      happen({ kind: 'ordered', order })
    },
    look: (look) => {
      happen({ kind: 'looked', look })
      const hint = stillness.step(look.fingerprint, performance.now())
      if (hint !== undefined) listeners.onHint(hint)
    },
    pulse: (pictures) => {
      happen({ kind: 'pulse', pictures })
    },
    close: () => {
      navigator.mediaDevices.removeEventListener('devicechange', onDevices)
      state = { ...closedCamera, attempt: state.attempt + 1 }
      letGo()
    },
  }
}

const hasStream = ({ kind }: CameraStatus): boolean =>
  kind === 'opening' || kind === 'live' || kind === 'black' || kind === 'frozen'
