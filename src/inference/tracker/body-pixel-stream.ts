import { writeBodyAnswer } from '../../contract/frames/body-answer.ts'
import { pixelsOfFrame, type PixelStream } from './pixel-stream.ts'
import type { PoseStream } from '../pose-engine.ts'

/** Bodies in the pictures of one page, which always sends them whole. */
export function bodyPixelStream(stream: PoseStream): PixelStream {
  return {
    answer: async (frame) => {
      const beganMs = performance.now()
      const { bodies } = await stream.detect(pixelsOfFrame(frame), frame.atMs)
      const detectMs = performance.now() - beganMs
      return writeBodyAnswer({ sequence: frame.sequence, detectMs, bodies })
    },
    detectFurther: () => stream.detectFurther(),
  }
}
