import type { Sinks } from './sink.ts'

/** Sinks that do nothing to the system; also the stand-ins for what does not work on this machine. */
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
