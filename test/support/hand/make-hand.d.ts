import type { HandFrame, Handedness, TrackedHand } from '../../../src/core/hand/hand-frame.ts';
import type { ShapeName } from './shapes.ts';
import type { HandShape } from './skeleton.ts';
export interface HandOptions {
    readonly shape?: ShapeName | HandShape;
    readonly handedness?: Handedness;
    /** Of the palm's centre in the mirrored image, 0..1. */
    readonly at?: readonly [x: number, y: number];
    /** Palm length in image heights. */
    readonly palm?: number;
    /** Turn in the picture, positive clockwise. */
    readonly rollDeg?: number;
    /** Turn about the upright axis: 180 shows the back of the hand. */
    readonly yawDeg?: number;
    readonly pitchDeg?: number;
    readonly aspectRatio?: number;
    readonly score?: number;
}
/** A hand with real joints: shaped, turned, mirrored for the left, and placed in the picture. */
export declare function makeHand(options?: HandOptions): TrackedHand;
/** A frame at a time with these hands; 4:3 unless said otherwise. */
export declare function makeFrame(atMs: number, hands: readonly TrackedHand[], aspectRatio?: number): HandFrame;
