import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Calibrations } from '../../../src/core/pointer/hand-calibration.ts'
import type { CausedEffect, Effect } from '../../../src/core/action/effect.ts'
import type { ScreenRect } from '../../../src/core/geometry/point.ts'
import type { CancelReason, GestureEvent } from '../../../src/core/gesture/gesture-event.ts'
import type { Mode } from '../../../src/core/gesture/mode.ts'
import type { HandFrame, Handedness, TrackedHand } from '../../../src/core/hand/hand-frame.ts'
import { createPipeline } from '../../../src/core/pipeline/pipeline.ts'
import type { PipelineOutput } from '../../../src/core/pipeline/pipeline.ts'
import type { Project } from '../../../src/core/project/project.ts'
import { projectSchema } from '../../../src/contract/project-file/project-schema.ts'
import { makeFrame, makeHand } from './make-hand.ts'
import type { HandOptions } from './make-hand.ts'
import { pinchShape, twoPinchShape } from './shapes.ts'
import type { ShapeName } from './shapes.ts'
import type { FingerName } from './skeleton.ts'

export const DESKTOP: ScreenRect = { left: 0, top: 0, width: 1920, height: 1080 }

const schema = projectSchema(() => true)

/** A project as it ships, with the defaults that its file leaves out. */
export function shippedProject(id: string): Project {
  const path = join(import.meta.dirname, '../../../resources/projects', `${id}.json`)
  return schema.parse(JSON.parse(readFileSync(path, 'utf8')))
}

export interface StageOptions {
  readonly project?: Project
  readonly mode?: Mode
  readonly isEngagedPinned?: boolean
  readonly isExplained?: boolean
  readonly desktop?: ScreenRect
  readonly fps?: number
  readonly handedness?: Handedness
  readonly palm?: number
}

/** A camera, a user with one hand (or a second one) in front of it, and the pipeline; speaks the hand's language. */
export class Stage {
  readonly outputs: PipelineOutput[] = []
  readonly frames: HandFrame[] = []
  atMs = 0
  #hand: HandOptions
  #other: HandOptions | undefined
  #isVisible = false
  #last: PipelineOutput | undefined
  readonly #frameMs: number
  readonly #pipeline

  constructor(options: StageOptions = {}) {
    const { project = shippedProject('desktop'), mode = 'watching', fps = 30 } = options
    const { isEngagedPinned = false, isExplained = false, desktop = DESKTOP } = options
    this.#pipeline = createPipeline({ project, desktop, isEngagedPinned, isExplained, mode })
    this.#frameMs = 1000 / fps
    this.#hand = {
      handedness: options.handedness ?? 'right',
      palm: options.palm ?? 0.15,
      at: options.handedness === 'left' ? [0.35, 0.55] : [0.65, 0.55],
      shape: 'relaxed',
    }
  }

  /** The hand comes into view, or is there again, in this shape. */
  show(shape: ShapeName = 'relaxed', options: HandOptions = {}): this {
    this.#isVisible = true
    this.#hand = { ...this.#hand, ...options, shape }
    return this
  }
  /** The hand is out of view from the next frame on. */
  vanish(): this {
    this.#isVisible = false
    return this
  }
  withOther(options: HandOptions | undefined): this {
    this.#other = options
    return this
  }

  /** Lets time pass without anything changing. */
  wait(ms: number): this {
    return this.during(ms, () => ({}))
  }
  /** Changes shape at once and holds it. */
  hold(shape: ShapeName, ms: number): this {
    return this.show(shape).wait(ms)
  }
  /** Moves evenly to a place in the picture. */
  moveTo(to: readonly [number, number], ms: number): this {
    const [fromX, fromY] = this.#hand.at ?? [0.5, 0.5]
    return this.during(ms, (ratio) => ({
      at: [fromX + (to[0] - fromX) * ratio, fromY + (to[1] - fromY) * ratio],
    }))
  }
  close(finger: FingerName | 'two', ms = 200): this {
    return this.during(ms, (ratio) => ({ shape: disposeStack(finger, ratio) }))
  }
  open(finger: FingerName | 'two', ms = 150): this {
    return this.during(ms, (ratio) => ({ shape: disposeStack(finger, 1 - ratio) })).show('relaxed')
  }
  /** Closes, holds and opens. */
  pinch(finger: FingerName | 'two', holdMs = 100): this {
    return this.close(finger).wait(holdMs).open(finger)
  }
  /** Comes in view, is accepted, engages by an open palm and relaxes. */
  engage(): this {
    return this.show('open-palm').wait(1400).show('relaxed').wait(400)
  }
  /** Any change over time, from 0 (not yet) to 1. */
  during(ms: number, change: (ratio: number) => HandOptions): this {
    const start = this.atMs
    while (this.atMs < start + ms - 0.001) {
      const ratio = Math.min((this.atMs + this.#frameMs - start) / ms, 1)
      this.#hand = { ...this.#hand, ...change(ratio) }
      this.step(this.#hands())
    }
    return this
  }

  step(hands: readonly TrackedHand[]): this {
    this.atMs += this.#frameMs
    const frame = makeFrame(this.atMs, hands)
    this.frames.push(frame)
    return this.#keep(this.#pipeline.step(frame))
  }
  setMode(mode: Mode): this {
    return this.#keep(this.#pipeline.setMode(mode, this.atMs))
  }
  setProject(project: Project): this {
    return this.#keep(this.#pipeline.setProject(project, this.atMs))
  }
  setCalibrations(calibrations: Calibrations): this {
    return this.#keep(this.#pipeline.setCalibrations(calibrations, this.atMs))
  }
  cancelAll(reason: CancelReason): this {
    return this.#keep(this.#pipeline.cancelAll(reason, this.atMs))
  }
  /** Forgets what has come out so far: what follows is about what comes next. */
  forget(): this {
    this.outputs.length = 0
    return this
  }

  get mode(): Mode {
    return this.last.mode
  }
  /** The newest output, forgotten or not. */
  get last(): PipelineOutput {
    if (this.#last === undefined) throw new Error('Stage.last: expected a step, none was made')
    return this.#last
  }
  caused(): CausedEffect[] {
    return this.outputs.flatMap(({ effects }) => effects)
  }
  effects(): Effect[] {
    return this.caused().map(({ effect }) => effect)
  }
  /** Everything but plain movement. */
  acts(): Effect[] {
    return this.effects().filter(({ kind }) => kind !== 'pointer.move')
  }
  /** Beginnings and endings as words: `pinch.index began`, `pinch.index cancelled hand-lost`. */
  gestures(about = ''): string[] {
    return this.events()
      .filter(({ gesture, phase }) => gesture.startsWith(about) && phase !== 'changed')
      .map(({ gesture, phase, reason }) => [gesture, phase, reason].filter(Boolean).join(' '))
  }
  /** What bindings made of their gestures, as words: `pose.fist: too-short`. */
  verdicts(): string[] {
    return this.outputs.flatMap(({ verdicts }) =>
      verdicts.map(({ binding, outcome }) => `${binding.gesture}: ${outcome}`),
    )
  }
  events(): GestureEvent[] {
    return this.outputs.flatMap(({ gestures }) => gestures)
  }

  #keep(output: PipelineOutput): this {
    this.outputs.push(output)
    this.#last = output
    return this
  }

  #hands(): TrackedHand[] {
    const hands = this.#isVisible ? [makeHand(this.#hand)] : []
    return this.#other === undefined ? hands : [...hands, makeHand(this.#other)]
  }
}

const disposeStack = (
  finger: FingerName | 'two',
  closed: number,
): NonNullable<HandOptions['shape']> =>
  finger === 'two' ? twoPinchShape(closed) : pinchShape(finger, closed)
