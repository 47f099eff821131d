import type { InputStandby } from '../input/input-standby.ts'
import { createKeyboardSink, createPointerSink } from '../input/input-sinks.ts'
import type { KeyboardSink, PointerSink } from '../input/input-sinks.ts'
import { createLaunchSink } from './launch-sink.ts'
import type { LaunchSink } from './launch-sink.ts'
import { createMediaSink } from './media-sink.ts'
import type { MediaSink } from './media-sink.ts'
import type { VolumeSink } from '../volume/volume-sink.ts'

/** Every way in which effects reach the system. */
export interface Sinks {
  readonly pointer: PointerSink
  readonly keyboard: KeyboardSink
  readonly volume: VolumeSink
  readonly media: MediaSink
  readonly launcher: LaunchSink
}

/** This computer's. Where pointer and keyboard cannot be reached, undefined, stand-ins do nothing. */
export function createSystemSinks(found: {
  readonly input: InputStandby | undefined
  readonly volume: VolumeSink
}): Sinks {
  const { input } = found
  const nothing = createDryRunSinks()
  const keyboard = input ? createKeyboardSink(input) : nothing.keyboard
  return {
    pointer: input ? createPointerSink(input) : nothing.pointer,
    keyboard,
    volume: found.volume,
    media: createMediaSink(keyboard, process.platform),
    launcher: createLaunchSink(),
  }
}

/** Sinks that do nothing to the system. */
export function createDryRunSinks(): Sinks {
  const nothing = (): void => undefined
  return {
    pointer: {
      move: nothing,
      press: nothing,
      release: nothing,
      click: nothing,
      scroll: nothing,
      zoom: nothing,
      position: () => Promise.resolve({ x: 0, y: 0 }),
    },
    keyboard: { press: nothing, release: nothing, chord: nothing, type: nothing },
    volume: {
      set: nothing,
      step: nothing,
      mute: nothing,
      read: () => Promise.resolve({ levelRatio: 0, isMuted: false }),
    },
    media: { send: nothing },
    launcher: { open: nothing },
  }
}
