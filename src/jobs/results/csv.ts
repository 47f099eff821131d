import { LANDMARK_NAMES } from './landmark-names.ts'
import type { FiguresWriter } from './figures-writer.ts'

const COLUMNS = [
  ...['frame', 'time_ms', 'person', 'landmark', 'x', 'y', 'z'],
  ...['visibility', 'world_x_m', 'world_y_m', 'world_z_m'],
]

/** One row for each landmark of each person and frame: what spreadsheets and data frames turn into anything else. */
export const CSV: FiguresWriter = {
  mimeType: 'text/csv; charset=utf-8',
  extension: 'csv',
  async *write(_header, frames) {
    yield `${COLUMNS.join(',')}\r\n`
    for await (const { frame, time_ms, people } of frames) {
      for (const { id, landmarks, world, visibility } of people) {
        const rows = landmarks.map((point, joint) =>
          [
            ...[frame, time_ms, id, LANDMARK_NAMES[joint] ?? joint],
            ...[...point, visibility[joint] ?? '', ...(world[joint] ?? ['', '', ''])],
          ].join(','),
        )
        yield `${rows.join('\r\n')}\r\n`
      }
    }
  },
}
