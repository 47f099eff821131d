import { parseArgs } from 'node:util'
import { readRecording, writeRecording } from '../test/support/hand/recording.ts'
import { landmarksOfVideo } from './support/landmarks.ts'
import { frameOfPicture } from './support/picture-frame.ts'

/*
 * Makes a landmark-only recording of a video for the tests: node evals/record-landmarks.ts VIDEO NAME [--every N]
 * NAME goes to test/recordings/NAME.jsonl; --every keeps one frame in N. Events that are meant to come out differently from now on
 * are taken anew, with the same landmarks: node evals/record-landmarks.ts --again NAME
 */
const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { every: { type: 'string', default: '1' }, again: { type: 'string' } },
})
if (values.again === undefined) await record(...positionals)
else writeRecording(values.again, readRecording(values.again))

async function record(video?: string, name?: string): Promise<void> {
  if (video === undefined || name === undefined) {
    throw new Error('record-landmarks: expected VIDEO and NAME')
  }
  const every = Number(values.every)
  const seen = await landmarksOfVideo(video)
  const kept = seen.filter((_, index) => index % every === 0)
  writeRecording(
    name,
    kept.map((picture) => frameOfPicture(picture, picture.atMs)),
  )
  console.log(`${name}: ${kept.length} of ${seen.length} frames`)
}
