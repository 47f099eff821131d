import type {
  FrameLandmarks,
  HandLandmarks,
  PersonLandmarks,
} from '../../contract/frames/video-landmarks.ts'
import { HAND_LANDMARK_NAMES, LANDMARK_NAMES } from './landmark-names.ts'
import type { LandmarksWriter } from './landmarks-writer.ts'

const COLUMNS = [
  ...['frame', 'time_ms', 'person', 'landmark', 'x', 'y', 'z'],
  ...['visibility', 'world_x_m', 'world_y_m', 'world_z_m', 'degrees', 'confidence'],
]
type Cell = number | string
const NO_POINT = ['', '', ''] as const

/**
 * One row for each landmark of each person and frame, then for each of their angles, then for each landmark of each hand
 * (whose person is not known): what spreadsheets and data frames turn into anything else.
 */
export const CSV: LandmarksWriter = {
  mimeType: 'text/csv; charset=utf-8',
  extension: 'csv',
  async *write(_header, frames) {
    yield `${COLUMNS.join(',')}\r\n`
    for await (const frame of frames()) yield rowsOf(frame)
  },
}

function rowsOf({ frame, time_ms, people, hands = [] }: FrameLandmarks): string {
  const rows = [
    ...people.flatMap((person) => [...landmarkRows(person), ...angleRows(person)]),
    ...hands.flatMap(handRows),
  ]
  return rows.map((row) => `${[frame, time_ms, ...row].join(',')}\r\n`).join('')
}

const landmarkRows = ({ id, landmarks, world, visibility }: PersonLandmarks): readonly Cell[][] =>
  landmarks.map((point, joint) => [
    ...[id, LANDMARK_NAMES[joint] ?? joint, ...point, visibility[joint] ?? ''],
    ...[...(world[joint] ?? NO_POINT), '', ''],
  ])

const angleRows = ({ id, angles, confidence = {} }: PersonLandmarks): readonly Cell[][] =>
  Object.entries(angles).map(([name, degrees]) => [
    ...[id, name, ...NO_POINT, '', ...NO_POINT, degrees, confidence[name] ?? ''],
  ])

const handRows = ({ handedness, score, landmarks, world }: HandLandmarks): readonly Cell[][] =>
  landmarks.map((point, joint) => [
    ...['', `${handedness}_hand_${HAND_LANDMARK_NAMES[joint] ?? joint}`, ...point, ''],
    ...[...(world[joint] ?? NO_POINT), '', score],
  ])
