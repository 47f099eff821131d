/** `paused`: the camera is closed. `watching`: only the engaging gesture means anything. `engaged`: gestures act. */
export type Mode = 'paused' | 'watching' | 'engaged'
