import { existsSync, globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import type { HandFrame } from '../src/core/hand/hand-frame.ts'
import { shippedProject } from '../test/support/hand/stage.ts'
import { plainClicks, watchClip } from './false-activations/watch-clip.ts'
import type { Act } from './false-activations/watch-clip.ts'
import { openHandSource, parseTrackerName } from './support/hand-source.ts'
import { frameOfPicture } from './support/picture-frame.ts'

/*
 * What the app does while nobody talks to it: `npm run eval -- false-activations [--project presentation] [--tracker mediapipe] [--list]`
 *
 * Every clip (clips/negative, videos/negative, bodies, and all others but for the gestures that they contain) is played twice:
 * from watching, where engaging at all is a mistake, and pinned engaged (`--engaged`), where every action but pointer motion is.
 * Pictures of people and of hands that say nothing are held up for a second each. Signed words contain pinches, points and open
 * palms on purpose; they are counted apart. The plain mapping of hand-mouse scripts, which knows no engaging, plays beside it.
 */
const DATA = join(import.meta.dirname, '../../shared/data')
const LABELS = z
  .object({
    withoutSigning: z.array(z.string()),
    sameTake: z.array(z.string()),
    contains: z.record(z.string(), z.array(z.string())),
  })
  .parse(JSON.parse(readFileSync(join(import.meta.dirname, 'labels/clips.json'), 'utf8')))
const VIDEOS =
  '{clips/negative/**,clips/positive/*,videos/{negative,body,gesture,golden,letters}}/*.{mp4,gif,mkv,264}'
const PICTURES = '{people_images/hagrid_mp/none,pose_images/emrecandir/*_no_class}/*.{jpg,png}'
/** A palm that is held up on purpose. */
const ENGAGING = 'engage'
const PICTURE_MS = 1000
const FRAME_MS = 1000 / 30

const { values } = parseArgs({
  options: {
    project: { type: 'string', default: 'desktop' },
    tracker: { type: 'string', default: 'native' },
    list: { type: 'boolean', default: false },
  },
})
const source = openHandSource(parseTrackerName(values.tracker))
const project = shippedProject(values.project === 'presentation' ? 'presentation' : 'desktop')

interface Played {
  readonly name: string
  readonly isSigning: boolean
  readonly minutes: number
  readonly handMinutes: number
  readonly engagements: number
  readonly disengaged: readonly Act[]
  readonly engaged: readonly Act[]
  readonly plain: number
}

function play(name: string, frames: readonly HandFrame[], isSigning: boolean): Played {
  const fromWatching = watchClip(frames, project, false)
  const lengthMs = (frames.at(-1)?.atMs ?? 0) - (frames[0]?.atMs ?? 0)
  const withHand = frames.filter(({ hands }) => hands.length > 0).length
  const minutes = lengthMs / 60_000
  const contained = LABELS.contains[name] ?? []
  return {
    name,
    isSigning,
    minutes,
    handMinutes: (minutes * withHand) / Math.max(frames.length, 1),
    engagements: contained.includes(ENGAGING) ? 0 : fromWatching.engagements,
    disengaged: fromWatching.actions.filter(({ isEngaged }) => !isEngaged),
    engaged: watchClip(frames, project, true).actions.filter(
      ({ cause }) => !contained.some((start) => cause.startsWith(start)),
    ),
    plain: plainClicks(frames),
  }
}

async function playVideos(): Promise<readonly Played[]> {
  const played: Played[] = []
  for (const path of globSync(VIDEOS, { cwd: DATA }).sort()) {
    const name = path.replaceAll('\\', '/')
    if (LABELS.sameTake.includes(name)) continue
    const isSigning = !LABELS.withoutSigning.some((start) => name.startsWith(start))
    const pictures = await source.ofVideo(join(DATA, path))
    const frames = pictures.map((picture) => frameOfPicture(picture, picture.atMs))
    played.push(play(name, frames, isSigning))
  }
  return played
}

/** Each picture for a second, a second without a hand between them. */
async function playPictures(): Promise<Played> {
  const files = globSync(PICTURES, { cwd: DATA }).sort()
  const pictures = await source.ofImages(files.map((file) => join(DATA, file)))
  const frames = pictures.flatMap((picture, index) => {
    if (picture === undefined) return []
    const count = Math.round(PICTURE_MS / FRAME_MS)
    return Array.from({ length: 2 * count }, (_, at) => {
      const frame = frameOfPicture(picture, (2 * index * count + at) * FRAME_MS)
      return at < count ? frame : { ...frame, hands: [] }
    })
  })
  return play(`${files.length} pictures that say nothing`, frames, false)
}

function report(played: readonly Played[]): void {
  const rows = played
    .filter(({ engagements, engaged, plain }) => engagements + engaged.length + plain > 0)
    .map(({ name, isSigning, engagements, engaged, plain }) => ({
      clip: name.split('/').slice(-2).join('/'),
      signing: isSigning ? 'yes' : '',
      engagements,
      'actions engaged': engaged.map(({ cause }) => cause).join(' '),
      'plain clicks': plain,
    }))
  console.table(rows)
  if (values.list) {
    for (const { name, engaged } of played) {
      for (const { atMs, what, cause } of engaged) {
        console.log(`${name} ${Math.round(atMs)} ms: ${what} by ${cause}`)
      }
    }
  }
  const byGesture = new Map<string, number>()
  for (const { cause } of played.flatMap(({ engaged }) => engaged)) {
    byGesture.set(cause, (byGesture.get(cause) ?? 0) + 1)
  }
  console.log('engaged, by gesture:', Object.fromEntries(byGesture))
}

function figuresOf(played: readonly Played[]): Readonly<Record<string, number>> {
  const sum = (of: readonly Played[], pick: (one: Played) => number): number =>
    of.reduce((total, one) => total + pick(one), 0)
  const round = (value: number): number => Math.round(value * 100) / 100
  const signing = played.filter(({ isSigning }) => isSigning)
  const plain = played.filter(({ isSigning }) => !isSigning)
  const minutes = (one: Played): number => one.minutes
  const actions = (one: Played): number => one.engaged.length
  return {
    accidentalEngagements: sum(played, ({ engagements }) => engagements),
    disengagedActions: sum(played, ({ disengaged }) => disengaged.length),
    engagedActionsPlain: sum(plain, actions),
    engagedSigningPerMinute: round(sum(signing, actions) / sum(signing, minutes)),
    plainMappingPerMinute: round(sum(played, (one) => one.plain) / sum(played, minutes)),
    minutes: round(sum(played, minutes)),
    minutesSigning: round(sum(signing, minutes)),
    minutesWithHand: round(sum(played, ({ handMinutes }) => handMinutes)),
  }
}

if (!existsSync(DATA)) {
  console.log(`false-activations: skipped, ${DATA} is not there`)
} else {
  const played = [...(await playVideos()), await playPictures()]
  await source.close()
  report(played)
  console.log(JSON.stringify({ eval: 'false-activations', figures: figuresOf(played) }))
}
