/** The landmarks that a drawn body joins: MediaPipe's POSE_CONNECTIONS without the face and the fingers. */
export const BODY_BONES: readonly (readonly [number, number])[] = [
  ...([
    [11, 12],
    [11, 13],
    [13, 15],
    [12, 14],
    [14, 16],
    [11, 23],
    [12, 24],
    [23, 24],
  ] as const),
  ...([
    [23, 25],
    [24, 26],
    [25, 27],
    [26, 28],
    [27, 29],
    [28, 30],
  ] as const),
  ...([
    [29, 31],
    [30, 32],
    [27, 31],
    [28, 32],
    [0, 11],
    [0, 12],
  ] as const),
]
