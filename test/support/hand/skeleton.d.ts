import type { Vector3 } from '../../../src/core/geometry/vector.ts';
/** A right hand in palm lengths as its mirror image shows it: palm to the camera, fingers up (y down, z away). */
export interface HandShape {
    /** Degrees at knuckle, middle and end joint, 0 straight. */
    readonly bendDeg: Readonly<Record<FingerName, readonly [number, number, number]>>;
    /** How far index and little finger fan out to the sides, in degrees. */
    readonly fanDeg: number;
    readonly thumb: ThumbShape;
}
export type FingerName = 'index' | 'middle' | 'ring' | 'little';
/** Where the thumb's tip reaches for. */
export type ThumbShape = {
    readonly kind: 'at';
    readonly tip: Vector3;
}
/** On a finger's tip, or `gapRatio` palm lengths short of it. */
 | {
    readonly kind: 'touching';
    readonly finger: FingerName;
    readonly gapRatio: number;
};
/** The 21 joints in MediaPipe's order. Bones keep their lengths, whatever the shape. */
export declare function joints(shape: HandShape): Vector3[];
