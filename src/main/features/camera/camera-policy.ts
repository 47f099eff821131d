import type { CameraCommand, CameraSource } from '../../../contract/channels/status.ts'

/** Decides which camera the page should have open, and falls back to the demo hand where there is none. */
export interface CameraPolicy {
  command(): CameraCommand
  /** True while the demo hand plays though nobody asked for it: there is no camera. */
  isStandIn(): boolean
  setOpen(open: boolean): void
  choose(source: CameraSource): void
  setSourceMirrored(isSourceMirrored: boolean): void
  /** The labels of the cameras there are now. */
  seen(labels: readonly string[]): void
}

export const STAND_IN: CameraSource = { kind: 'demo', script: 'tour', loop: true }

/**
 * `mayStandIn`: nobody named a camera, so the demo hand may play until one is plugged in.
 * `send` gets every new order; it is called once at once.
 */
export function createCameraPolicy(options: {
  readonly initial: CameraCommand
  readonly mayStandIn: boolean
  readonly send: (command: CameraCommand, isStandIn: boolean) => void
}): CameraPolicy {
  let wanted = options.initial
  let mayStandIn = options.mayStandIn
  let isStandIn = false

  const command = (): CameraCommand =>
    isStandIn ? { ...wanted, source: STAND_IN, isSourceMirrored: false, isStandIn: true } : wanted
  const send = (): void => {
    options.send(command(), isStandIn)
  }
  send()

  return {
    command,
    isStandIn: () => isStandIn,
    setOpen: (open) => {
      if (open === wanted.open) return
      wanted = { ...wanted, open }
      send()
    },
    choose: (source) => {
      wanted = { ...wanted, source }
      mayStandIn = false
      isStandIn = false
      send()
    },
    setSourceMirrored: (isSourceMirrored) => {
      wanted = { ...wanted, isSourceMirrored }
      send()
    },
    seen: (labels) => {
      const shouldStandIn = mayStandIn && labels.length === 0
      if (shouldStandIn === isStandIn) return
      isStandIn = shouldStandIn
      send()
    },
  }
}
