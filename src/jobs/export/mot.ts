import { followOne } from './follow-one.ts'
import type { LandmarksWriter } from './landmarks-writer.ts'

/**
 * MOT, the motion file of OpenSim: joint angles in degrees over time, of the person seen first. Its
 * head counts the rows, so the frames are gone through twice.
 */
export const MOT: LandmarksWriter = {
  mimeType: 'text/tab-separated-values; charset=utf-8',
  extension: 'mot',
  async *write(_header, frames) {
    let names: readonly string[] = []
    let rows = 0
    for await (const { person } of followOne(frames())) {
      if (rows === 0) names = Object.keys(person.angles)
      rows += 1
    }
    const columns = ['time', ...names.map((name) => name.replace('.', '_'))]
    yield `beckon\nversion=1\nnRows=${rows}\nnColumns=${columns.length}\ninDegrees=yes\nendheader\n`
    yield `${columns.join('\t')}\n`
    for await (const { timeS, person } of followOne(frames())) {
      const angles = names.map((name) => (person.angles[name] ?? Number.NaN).toFixed(2))
      yield `${[timeS.toFixed(5), ...angles].join('\t')}\n`
    }
  },
}
