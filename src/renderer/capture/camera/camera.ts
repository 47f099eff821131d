import { inBackground } from '../../../contract/boundary/faults.ts'
import type { CameraCommand, CameraStatus } from '../../../contract/channels/status.ts'
import type { Sentence } from '../../../core/sentence/sentence.ts'
import { closedCamera, stepCamera, type CameraEvent } from './camera-machine.ts'
import { cameraLabels } from './device-source.ts'
import type { CameraEnds, OpenCamera } from './open-camera.ts'
import { openSource } from './open-source.ts'
import { createStillness } from './stillness.ts'

export interface CameraListeners {
  onStatus(status: CameraStatus): void
  onLabels(labels: string[]): void
  /** The camera to read and to show; undefined when it is let go. */
  onCamera(camera: OpenCamera | undefined): void
  /** Something odd that may be nothing, in words. */
  onHint(message: Sentence): void
  /** A file or a script must not play before anybody looks. */
  whenTrackerIsUp(): Promise<void>
}

interface Look {
  readonly widthPx: number
  readonly heightPx: number
  readonly meanLuma: number
  readonly fingerprint: number
}

/** Pictures read before the end are still being tracked when a video is over. */
const LAST_PICTURES_MS = 700

/** Carries out what the camera machine decides: opens, closes, tries again, finds a device again by its name. */
export class Camera {
  readonly #listeners: CameraListeners
  readonly #stillness = createStillness()
  #state = closedCamera
  #open: OpenCamera | undefined

  constructor(listeners: CameraListeners) {
    this.#listeners = listeners
    navigator.mediaDevices.addEventListener('devicechange', this.#onDevices)
    inBackground('camera', this.#reportLabels())
  }

  command(command: CameraCommand): void {
    this.#dispatch({ kind: 'ordered', command })
  }

  addPictureStatistics(look: Look): void {
    this.#dispatch({ kind: 'looked', look })
    const hint = this.#stillness.step(look.fingerprint, performance.now())
    if (hint !== undefined) this.#listeners.onHint(hint)
  }

  /** Call regularly, with the number of pictures since the last call. */
  countPictures(pictures: number): void {
    this.#dispatch({ kind: 'pulse', pictures })
  }

  close(): void {
    navigator.mediaDevices.removeEventListener('devicechange', this.#onDevices)
    this.#state = { ...closedCamera, attempt: this.#state.attempt + 1 }
    this.#closeSource()
  }

  #dispatch(event: CameraEvent): void {
    const before = this.#state
    const after = stepCamera(before, event, performance.now())
    this.#state = after
    if (!hasStream(after.status) || after.attempt !== before.attempt) this.#closeSource()
    if (after.status !== before.status) this.#listeners.onStatus(after.status)
    if (after.attempt !== before.attempt) inBackground('camera', this.#openNow(after.attempt))
  }

  async #openNow(attempt: number): Promise<void> {
    const source = this.#state.command?.source
    if (!source) return
    if (source.kind !== 'device') await this.#listeners.whenTrackerIsUp()
    if (!this.#isCurrent(attempt)) return
    const opened = await openSource(source, this.#sourceEndings(attempt))
    if (!this.#isCurrent(attempt)) {
      if (opened.ok) opened.camera.close()
      return
    }
    if (!opened.ok) {
      this.#dispatch({ kind: 'failed', ...opened })
      return
    }
    this.#open = opened.camera
    this.#stillness.restart(source.kind === 'device')
    this.#listeners.onCamera(opened.camera)
    this.#dispatch({ kind: 'opened', label: opened.camera.label })
    inBackground('camera', this.#reportLabels())
  }

  #sourceEndings(attempt: number): CameraEnds {
    return {
      onUnplugged: () => {
        if (this.#isCurrent(attempt)) this.#dispatch({ kind: 'unplugged' })
      },
      onOver: () => {
        setTimeout(() => {
          if (this.#isCurrent(attempt)) this.#dispatch({ kind: 'over' })
        }, LAST_PICTURES_MS)
      },
    }
  }

  /** An older opening that comes late must not disturb a newer one, nor reopen what was closed meanwhile. */
  #isCurrent(attempt: number): boolean {
    return attempt === this.#state.attempt && this.#state.command?.open === true
  }

  #closeSource(): void {
    if (!this.#open) return
    this.#listeners.onCamera(undefined)
    this.#open.close()
    this.#open = undefined
  }

  async #reportLabels(): Promise<void> {
    this.#listeners.onLabels(await cameraLabels().catch(() => []))
  }

  readonly #onDevices = (): void => {
    inBackground('camera', this.#reportLabels())
    this.#dispatch({ kind: 'devices-changed' })
  }
}

const hasStream = ({ kind }: CameraStatus): boolean =>
  kind === 'opening' || kind === 'live' || kind === 'black' || kind === 'frozen'
