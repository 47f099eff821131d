const FRAMES = 40
const FRAME_MS = 40

const body = (kneeDeg: number) => ({
  id: 7,
  landmarks: Array.from({ length: 33 }, (_, joint) => [0.3 + joint / 100, 0.1 + joint / 50, 0]),
  world: Array.from({ length: 33 }, () => [0, 0, 0]),
  visibility: Array.from({ length: 33 }, () => 0.9),
  angles: { 'left.knee': kneeDeg, 'right.knee': 10, 'left.elbow': 20, neck: 3, trunk: 4 },
})

/** Where a finished video is to be read: somebody whose left knee bends, and a film that nobody can play. */
export function shownVideoAddresses(): object {
  const header = {
    ...{ format: 'beckon-pose', version: 1, model: 'full', every_nth: 1 },
    video: { width_px: 64, height_px: 48, frames_per_s: 25, duration_ms: FRAMES * FRAME_MS },
  }
  const frames = Array.from({ length: FRAMES }, (_, frame) => ({
    ...{ frame, time_ms: frame * FRAME_MS, people: [body(2 * frame)] },
  }))
  const lines = [header, ...frames].map((line) => JSON.stringify(line)).join('\n')
  const formats = ['csv', 'json', 'jsonl', 'trc', 'mot']
  return {
    video: 'data:video/mp4;base64,AAAA',
    film: 'data:video/mp4;base64,AAAA',
    figures: URL.createObjectURL(new Blob([lines])),
    exports: Object.fromEntries(formats.map((format) => [format, `/published/x/${format}`])),
  }
}
