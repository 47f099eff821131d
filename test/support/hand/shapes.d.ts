import type { FingerName, HandShape } from './skeleton.ts';
export type ShapeName = 'open-palm' | 'relaxed' | 'fist' | 'point' | 'thumbs-up' | 'victory' | 'ok' | 'three' | 'four' | `pinch-${FingerName | 'two'}`;
/** A relaxed hand whose named finger and thumb meet as `closed` goes from 0 (relaxed) to 1 (touching). */
export declare function pinchShape(finger: FingerName, closed: number): HandShape;
/** Index and middle finger close on the thumb together. */
export declare function twoPinchShape(closed: number): HandShape;
export declare function shapeOf(name: ShapeName): HandShape;
