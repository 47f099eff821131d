import { programPath } from '../../node/program-path.ts'

/**
 * How the process that works on a video is started: Node, its options, the program and its folder of models. Its garbage is short-lived:
 * frames and tensors.
 */
export const videoWorkerCommand = (models: string): readonly string[] => [
  process.execPath,
  '--max-semi-space-size=1',
  programPath('video-worker'),
  models,
]
