import type { Calibrations } from '../../../src/core/action/hand-calibration.ts';
import type { CausedEffect, Effect } from '../../../src/core/action/effect.ts';
import type { ScreenRect } from '../../../src/core/geometry/point.ts';
import type { CancelReason, GestureEvent } from '../../../src/core/gesture/gesture-event.ts';
import type { Mode } from '../../../src/core/gesture/mode.ts';
import type { HandFrame, Handedness, TrackedHand } from '../../../src/core/hand/hand-frame.ts';
import type { PipelineOutput } from '../../../src/core/pipeline.ts';
import type { Project } from '../../../src/core/project/project.ts';
import type { HandOptions } from './make-hand.ts';
import type { ShapeName } from './shapes.ts';
import type { FingerName } from './skeleton.ts';
export declare const DESKTOP: ScreenRect;
/** A project as it ships, with the defaults that its file leaves out. */
export declare function shippedProject(id: string): Project;
export interface StageOptions {
    readonly project?: Project;
    readonly mode?: Mode;
    readonly isEngagedPinned?: boolean;
    readonly desktop?: ScreenRect;
    readonly fps?: number;
    readonly handedness?: Handedness;
    readonly palm?: number;
}
/** A camera, a user with one hand (or a second one) in front of it, and the pipeline; speaks the hand's language. */
export declare class Stage {
    #private;
    readonly outputs: PipelineOutput[];
    readonly frames: HandFrame[];
    atMs: number;
    constructor(options?: StageOptions);
    /** The hand comes into view, or is there again, in this shape. */
    show(shape?: ShapeName, options?: HandOptions): this;
    /** The hand is out of view from the next frame on. */
    vanish(): this;
    withOther(options: HandOptions | undefined): this;
    /** Lets time pass without anything changing. */
    wait(ms: number): this;
    /** Changes shape at once and holds it. */
    hold(shape: ShapeName, ms: number): this;
    /** Moves evenly to a place in the picture. */
    moveTo(to: readonly [number, number], ms: number): this;
    close(finger: FingerName | 'two', ms?: number): this;
    open(finger: FingerName | 'two', ms?: number): this;
    /** Closes, holds and opens. */
    pinch(finger: FingerName | 'two', holdMs?: number): this;
    /** Comes in view, is accepted, engages by an open palm and relaxes. */
    engage(): this;
    /** Any change over time, from 0 (not yet) to 1. */
    during(ms: number, change: (ratio: number) => HandOptions): this;
    step(hands: readonly TrackedHand[]): this;
    setMode(mode: Mode): this;
    setProject(project: Project): this;
    setCalibrations(calibrations: Calibrations): this;
    cancelAll(reason: CancelReason): this;
    /** Forgets what has come out so far: what follows is about what comes next. */
    forget(): this;
    get mode(): Mode;
    /** The newest output, forgotten or not. */
    get last(): PipelineOutput;
    caused(): CausedEffect[];
    effects(): Effect[];
    /** Everything but plain movement. */
    acts(): Effect[];
    /** Beginnings and endings as words: `pinch.index began`, `pinch.index cancelled hand-lost`. */
    gestures(about?: string): string[];
    events(): GestureEvent[];
}
