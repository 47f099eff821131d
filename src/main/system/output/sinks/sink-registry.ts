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
  const dryRun = createDryRunSinks()
  const keyboard = input ? createKeyboardSink(input) : dryRun.keyboard
  return {
    pointer: input ? createPointerSink(input) : dryRun.pointer,
    keyboard,
    volume: found.volume,
    media: createMediaSink(keyboard, process.platform),
    launcher: createLaunchSink(),
  }
}

/** Sinks that do nothing to the system. */
export function createDryRunSinks(): Sinks {
  const doNothing = (): void => undefined
  return {
    pointer: {
      move: doNothing,
      press: doNothing,
      release: doNothing,
      click: doNothing,
      scroll: doNothing,
      zoom: doNothing,
      position: () => Promise.resolve({ x: 0, y: 0 }),
    },
    keyboard: { press: doNothing, release: doNothing, chord: doNothing, type: doNothing },
    volume: {
      set: doNothing,
      step: doNothing,
      mute: doNothing,
      read: () => Promise.resolve({ levelRatio: 0, isMuted: false }),
    },
    media: { send: doNothing },
    launcher: { open: doNothing },
  }
}
