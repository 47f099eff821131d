import type { VolumeLevel } from '../sinks/sink.ts'

/** One way to reach this system's mixer. Every method rejects where there is none. */
export interface VolumeBackend {
  /** For people: `loudness`, `wpctl`, `pactl`. */
  readonly name: string
  read(): Promise<VolumeLevel>
  setLevel(levelRatio: number): Promise<void>
  setMuted(isMuted: boolean): Promise<void>
}
