/**
 * The process that works on one video job: models and decoding, away from everything that has to answer at once. Speaks the
 * protocol of docs/protocols/video-workers.md. Its only argument is the folder of the models.
 */
import { join } from 'node:path'
import { bodyFromFlat } from '../core/body/flat-body.ts'
import { handFromFlat } from '../core/hand/flat-hand.ts'
import type { JobOptions } from '../jobs/queue/job.ts'
import type { FrameDetector } from '../jobs/video/frame-detector.ts'
import { workOnRequest } from '../jobs/worker/work-on-command.ts'
import { openHandEngine } from '../inference/hand-engine.ts'
import { openPoseEngine } from '../inference/pose-engine.ts'

const [, , folder = join(import.meta.dirname, '../../resources/models/onnx')] = process.argv

/**
 * Nobody waits for a frame of a file, so no core waits for another: as many jobs as cores do more together than the same
 * jobs one after another with all cores each.
 */
const THREADS = 1

workOnRequest(openDetector)

async function openDetector({ model, people, hands }: JobOptions): Promise<FrameDetector> {
  const pose = await openPoseEngine({ folder, size: model, threads: THREADS })
  const bodies = pose.openStream(people)
  const handStream = hands
    ? (await openHandEngine({ folder, size: 'full', threads: THREADS })).openStream(2 * people)
    : undefined
  return {
    detect: async (pixels, atMs) => {
      const found = await bodies.detect(pixels, atMs)
      const foundHands = await handStream?.detect(pixels, found.stampMs)
      // A file's frames wait for nobody: the search for further people need not be put off.
      await bodies.detectFurther()
      await handStream?.detectFurther()
      return {
        bodies: found.bodies.map(bodyFromFlat),
        hands: foundHands?.map(handFromFlat),
        stampMs: found.stampMs,
      }
    },
  }
}
