import { followOne } from './follow-one.ts'
import type { FiguresWriter } from './figures-writer.ts'

/** MOT, the motion file of OpenSim: joint angles in degrees over time, of the person seen first. */
export const MOT: FiguresWriter = {
  mimeType: 'text/tab-separated-values; charset=utf-8',
  extension: 'mot',
  async *write(_header, frames) {
    let names: readonly string[] = []
    const rows: string[] = []
    for await (const { timeS, person } of followOne(frames)) {
      if (names.length === 0) names = Object.keys(person.angles)
      const angles = names.map((name) => (person.angles[name] ?? Number.NaN).toFixed(2))
      rows.push([timeS.toFixed(5), ...angles].join('\t'))
    }
    const columns = ['time', ...names.map((name) => name.replace('.', '_'))]
    yield `beckon\nversion=1\nnRows=${rows.length}\nnColumns=${columns.length}\ninDegrees=yes\nendheader\n`
    yield `${columns.join('\t')}\n`
    for (const row of rows) yield `${row}\n`
  },
}
