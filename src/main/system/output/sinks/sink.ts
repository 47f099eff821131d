import type { KeyName, MediaCommand, MouseButton } from '../../../../core/action/action.ts'
import type { ScreenPoint } from '../../../../core/geometry/point.ts'

/** What a sink answers: nothing, or a promise of nothing that rejects when the system refused. */
export type Outcome = Promise<void> | void

export interface PointerSink {
  move(to: ScreenPoint): Outcome
  /** Moves to `at` and presses there, as one step. */
  press(button: MouseButton, at: ScreenPoint): Outcome
  release(button: MouseButton): Outcome
  click(button: MouseButton, count: 1 | 2, at: ScreenPoint): Outcome
  /** Whole notches; positive is right and down. */
  scroll(rightNotches: number, downNotches: number): Outcome
  /** Notches with Control held for just as long; positive is nearer. */
  zoom(inNotches: number): Outcome
  /** Where the pointer is now, wherever it was last sent. */
  position(): Promise<ScreenPoint>
}

export interface KeyboardSink {
  /** Presses in order and holds. */
  press(keys: readonly KeyName[]): Outcome
  /** Lets go in reverse order. */
  release(keys: readonly KeyName[]): Outcome
  /** Presses in order, lets go in reverse order, at once. */
  chord(keys: readonly KeyName[]): Outcome
  type(text: string): Outcome
}

export interface VolumeLevel {
  /** 0..1 of full. */
  readonly levelRatio: number
  readonly isMuted: boolean
}

export interface VolumeSink {
  set(levelRatio: number): Outcome
  step(stepRatio: number): Outcome
  mute(muted: boolean | 'toggle'): Outcome
  read(): Promise<VolumeLevel>
}

export interface MediaSink {
  send(command: MediaCommand): Outcome
}

export interface LaunchSink {
  /** Starts a program with arguments, or opens a URL or a file with what the system has for it. */
  open(target: string, args: readonly string[]): Outcome
}

/** Every way in which effects reach the system. */
export interface Sinks {
  readonly pointer: PointerSink
  readonly keyboard: KeyboardSink
  readonly volume: VolumeSink
  readonly media: MediaSink
  readonly launcher: LaunchSink
}
