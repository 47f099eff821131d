import { followOne } from './follow-one.ts'
import { LANDMARK_NAMES } from './landmark-names.ts'
import type { LandmarksWriter } from './landmarks-writer.ts'

/**
 * TRC, the marker file of OpenSim: world landmarks in metres, y up as OpenSim has it. One person: the one seen first. The
 * format counts its frames in its head, so the frames are gone through twice.
 */
export const TRC: LandmarksWriter = {
  mimeType: 'text/tab-separated-values; charset=utf-8',
  extension: 'trc',
  async *write(header, frames) {
    const rows = await countOf(followOne(frames()))
    const ratePerS = header.video.frames_per_s / header.every_nth
    const rate = ratePerS.toFixed(3)
    const counts = [rate, rate, rows, LANDMARK_NAMES.length, 'm', rate, 1, rows]
    const markers = LANDMARK_NAMES.map((name) => `${name}\t\t`)
    const axes = LANDMARK_NAMES.map((_, index) => `X${index + 1}\tY${index + 1}\tZ${index + 1}`)
    yield 'PathFileType\t4\t(X/Y/Z)\tbeckon.trc\n'
    yield 'DataRate\tCameraRate\tNumFrames\tNumMarkers\tUnits\tOrigDataRate\tOrigDataStartFrame\tOrigNumFrames\n'
    yield `${counts.join('\t')}\n`
    yield `Frame#\tTime\t${markers.join('\t')}\n`
    yield `\t\t${axes.join('\t')}\n\n`
    let row = 0
    for await (const { timeS, person } of followOne(frames())) {
      row += 1
      // The camera's y points down and its z away; OpenSim's y points up, so z turns round with it.
      const points = person.world.flatMap(([x, y, z]) => [x, -y, -z])
      yield `${[row, timeS.toFixed(5), ...points.map(metresText)].join('\t')}\n`
    }
  },
}

const metresText = (value: number): string => value.toFixed(4)

async function countOf(all: AsyncIterable<unknown>): Promise<number> {
  const each = all[Symbol.asyncIterator]()
  let count = 0
  while ((await each.next()).done !== true) count += 1
  return count
}
