import { writePixelAnswer } from '../../contract/frames/pixel-answer.ts'
import type { HandStream } from '../hand-engine.ts'
import { pixelsOfFrame, type PixelStream } from './pixel-stream.ts'

/** Hands in the pictures of one page. */
export function handPixelStream(stream: HandStream): PixelStream {
  return {
    answer: async (frame) => {
      const beganMs = performance.now()
      const hands = await stream.detect(pixelsOfFrame(frame), frame.atMs, { view: frame.view })
      const detectMs = performance.now() - beganMs
      return writePixelAnswer({
        sequence: frame.sequence,
        detectMs,
        hands,
        ...stream.nextDetection(),
      })
    },
    detectFurther: (frame) => stream.detectFurther(frame && pixelsOfFrame(frame)),
  }
}
