import { createWriteStream, existsSync, mkdirSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { CLIPS, DATA, LETTER_SOURCES, OTHER_SOURCES, picturesOf } from './sources.ts'
import { lookAt } from './judge.ts'
import { openCachedNativeLandmarks } from '../support/cached-native-landmarks.ts'
import { frameOfPicture } from '../support/picture-frame.ts'
import type { RawPicture } from '../support/raw-hands.ts'
import { letterPoints } from '../../src/core/classifier/letters/letter-points.ts'

/*
 * Landmarks of everything that the letter network is trained on, by our own tracker, one JSON line for each picture or
 * clip, for train.py: node evals/letters/extract.ts [--seconds N]
 * What is found is kept, so a run that stops after N seconds is gone on with by the next. Ends with 3 when there is more
 * to do.
 */
const TO = join(import.meta.dirname, '../../.beckon/letters')

const { values } = parseArgs({ options: { seconds: { type: 'string', default: '86400' } } })
const untilMs = performance.now() + Number(values.seconds) * 1000

class OutOfTime extends Error {}

interface Sample {
  readonly file: string
  readonly source: string
  readonly signer: string
  readonly label: string
  /** Of each frame: ms, whether the tracker says left of each hand, and 42 × 3 points as the network takes them. */
  readonly frames: readonly { readonly atMs: number; readonly points: readonly number[] }[]
}

const tracker = openCachedNativeLandmarks()

function checkTime(): void {
  if (performance.now() > untilMs) throw new OutOfTime()
}

const frameOf = (picture: RawPicture, atMs: number) => ({
  atMs,
  points: [...letterPoints(frameOfPicture(picture, atMs))].map(
    (value) => Math.round(value * 1e5) / 1e5,
  ),
})

async function* samples(): AsyncGenerator<Sample> {
  for (const source of [...LETTER_SOURCES, ...OTHER_SOURCES]) {
    for (const file of picturesOf(source)) {
      const label = source.label(file)
      if (label === undefined) continue
      checkTime()
      const picture = await lookAt(tracker, join(DATA, file), source.padRatio)
      const frames = picture === undefined ? [] : [frameOf(picture, 0)]
      yield { file, source: source.name, signer: source.signer(file), label, frames }
    }
  }
  for (const file of CLIPS) {
    checkTime()
    const frames = (await tracker.ofVideo(join(DATA, file))).map((seen) => frameOf(seen, seen.atMs))
    yield { file, source: 'clips', signer: file, label: 'clip', frames }
  }
}

if (!existsSync(DATA)) {
  console.log(`train-letters: ${DATA} is not there, and without it there is nothing to train on`)
  process.exit(1)
}
mkdirSync(TO, { recursive: true })
const partial = join(TO, 'samples.partial')
const out = createWriteStream(partial)
let count = 0
try {
  for await (const sample of samples()) {
    out.write(`${JSON.stringify(sample)}\n`)
    count += 1
  }
  await new Promise<void>((resolve) => out.end(() => resolve()))
  renameSync(partial, join(TO, 'samples.jsonl'))
  console.log(`train-letters: ${count} pictures and clips in .beckon/letters/samples.jsonl`)
} catch (error) {
  if (!(error instanceof OutOfTime)) throw error
  console.log(`train-letters: ${count} pictures and clips so far`)
  process.exitCode = 3
} finally {
  await tracker.close()
}
