import { existsSync, globSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { falseLetters, halves, negativeClips, openClip, type Clip } from './letters/clips.ts'
import { judgeFolder } from './letters/folder.ts'
import { allStills, foldPath, judgeSequences, judgeStills } from './letters/judge.ts'
import { openModel, play, signedLetters } from './letters/reader.ts'
import { DATA } from './letters/sources.ts'
import {
  edits,
  inOrder,
  isRight,
  mean,
  printLetters,
  share,
  shareInWords,
} from './letters/tally.ts'
import type { Judged } from './letters/tally.ts'
import { openCachedNativeLandmarks } from './support/cached-native-landmarks.ts'
import type { NativeLandmarks } from './support/native-landmarks.ts'

/*
 * Sign letters on people that the network has not seen: `npm run eval -- letters [--files DIR]`
 *
 * Leave one source out: each source's pictures are read by a network that was trained without it (evals/letters/folds, made
 * by `npm run train:letters`), through the app's own classifier, as a hand held still for two thirds of a second. Only letters
 * that LABEL_NOTES.csv trusts are judged. Right is when the likeliest letter is right, as the service answers it; how often
 * the app would hold back, because two letters are nearly as likely or none is likelier, is told apart. J and Z are played as movements. False letters are those typed on clips without
 * letters by networks that have not seen their people. The two clips that spell are read by the network that ships, which has
 * seen neither. Beside it plays the nearest neighbour on wrist-relative landmarks that most public projects use.
 *
 * --files DIR: a folder of LETTER/*.jpg, LETTER/*.mp4 or LETTER.mp4, also SOURCE/LETTER/*.jpg, read by the network that
 * ships. Ends with 1 when there is nothing in it to judge.
 */
const SHIPPED = join(import.meta.dirname, '../resources/letters/sign-letters.onnx')
const LABELS = z
  .object({ withoutSigning: z.array(z.string()), sameTake: z.array(z.string()) })
  .parse(JSON.parse(readFileSync(join(import.meta.dirname, 'labels/clips.json'), 'utf8')))
const ALPHABET_CLIP = 'clips/positive/startasl/Unit1_Alphabet.mp4'
const KINDNESS_CLIP = 'videos/golden/asl_hand.25fps.mp4'
const DRAWN_CLIPS = { J: 'videos/letters/msl_J.gif', Z: 'videos/letters/msl_Z.gif' }
const NOT_SIGNING = [...LABELS.withoutSigning, 'videos/gesture/']

const { values } = parseArgs({ options: { files: { type: 'string' } } })

async function evaluate(tracker: NativeLandmarks): Promise<void> {
  const judged = await judgeStills(await allStills(tracker))
  printLetters(judged)
  const perSource = reportSources(judged)
  const moved = await judgeSequences()
  console.log('\nJ and Z, drawn')
  printLetters(moved)
  const spelt = await readSpellings(tracker)
  const wrongly = await countFalseLetters(tracker)
  const statics = perSource.map(({ accuracy }) => accuracy)
  const drawn = [...moved.map((one) => Number(isRight(one))), ...spelt.drawn]
  const figures = {
    meanStatic: mean(statics),
    worstSourceStatic: Math.min(...statics),
    meanMotion: mean(drawn),
    top3: mean(perSource.map(({ top3 }) => top3)),
    unsure: mean(judged.map(({ verdict }) => Number(verdict.isUnsure))),
    none: mean(judged.map(({ verdict }) => Number(verdict.isNone))),
    ...wrongly,
    baselineMeanStatic: mean(perSource.map(({ neighbour }) => neighbour)),
    kindnessEdits: spelt.kindnessEdits,
    alphabetShare: spelt.alphabetShare,
  }
  console.log(JSON.stringify({ eval: 'letters', figures }))
}

function reportSources(judged: readonly Judged[]) {
  const rows = [...new Set(judged.map(({ source }) => source))].map((source) => {
    const all = judged.filter((one) => one.source === source)
    const right = all.filter(isRight).length
    const inTop3 = all.filter(({ label, verdict }) => verdict.top3.includes(label)).length
    const byNeighbour = all.filter(({ label, neighbour }) => label === neighbour).length
    return {
      source,
      accuracy: share(right, all.length),
      interval: shareInWords(right, all.length),
      top3: share(inTop3, all.length),
      unsure: share(all.filter(({ verdict }) => verdict.isUnsure).length, all.length),
      none: share(all.filter(({ verdict }) => verdict.isNone).length, all.length),
      neighbour: share(byNeighbour, all.length),
    }
  })
  console.table(rows)
  return rows
}

/** The two clips that spell, and J and Z of the alphabet clip and of the drawings. */
async function readSpellings(tracker: NativeLandmarks) {
  const shipped = await openModel(SHIPPED)
  const wordOf = async (name: string): Promise<string> => {
    const { frames } = await openClip(tracker, name)
    return signedLetters(await play(shipped, frames)).join('')
  }
  const kindness = await wordOf(KINDNESS_CLIP)
  const alphabet = await wordOf(ALPHABET_CLIP)
  await shipped.close()
  const wanted = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
  const kindnessEdits = edits(kindness, 'KINDNESS')
  const alphabetShare = share(inOrder(alphabet, wanted), wanted.length)
  console.log(`\nKINDNESS was read as ${kindness}: ${kindnessEdits} edits`)
  console.log(`A to Z were read as ${alphabet}: ${alphabetShare} in order`)
  const drawn = [...'JZ'].map((letter) => Number(alphabet.includes(letter)))
  return { kindnessEdits, alphabetShare, drawn: [...drawn, ...(await readDrawings(tracker))] }
}

/** By the network that has not seen their signer. */
async function readDrawings(tracker: NativeLandmarks): Promise<readonly number[]> {
  const unseen = await openModel(foldPath('msl'))
  const right: number[] = []
  for (const [letter, name] of Object.entries(DRAWN_CLIPS)) {
    const { frames } = await openClip(tracker, name)
    const word = signedLetters(await play(unseen, frames)).join('')
    console.log(`${name} was read as ${word === '' ? 'nothing' : word}`)
    right.push(Number(word.includes(letter)))
  }
  await unseen.close()
  return right
}

/** Every fold on the half of the people that it has not seen: the mean over the folds of each half. */
async function countFalseLetters(tracker: NativeLandmarks) {
  const half = halves()
  const clips: Clip[] = []
  for (const name of negativeClips()) {
    if (!LABELS.sameTake.includes(name)) clips.push(await openClip(tracker, name))
  }
  const judges = { even: ['xardous', 'msl'], odd: ['massey5signers', 'aditi'] }
  const rates = { plain: 0, signing: 0 }
  const where = new Map<string, string>()
  for (const side of ['even', 'odd'] as const) {
    const mine = clips.filter(({ name }) => half.get(name) === side)
    for (const judge of judges[side]) {
      const model = await openModel(foldPath(judge))
      for (const { clip, letters } of await falseLetters(mine, model)) {
        rates[isSigning(clip) ? 'signing' : 'plain'] += letters.length / judges[side].length
        if (letters.length > 0) where.set(`${clip.name} by ${judge}`, letters.join(''))
      }
      await model.close()
    }
  }
  console.log('\nLetters where none is signed')
  console.table([...where].map(([clip, letters]) => ({ clip, letters })))
  const minutes = (signing: boolean): number =>
    clips.filter((clip) => isSigning(clip) === signing).reduce((sum, clip) => sum + clip.minutes, 0)
  return {
    falsePerMinute: round(rates.plain / minutes(false)),
    falsePerMinuteSigning: round(rates.signing / minutes(true)),
    minutes: round(minutes(false)),
    minutesSigning: round(minutes(true)),
  }
}

const isSigning = ({ name }: Clip): boolean => !NOT_SIGNING.some((start) => name.startsWith(start))

const round = (value: number): number => Math.round(value * 100) / 100

const tracker = openCachedNativeLandmarks()
if (values.files !== undefined) {
  const model = await openModel(SHIPPED)
  const figures = await judgeFolder(resolve(values.files), tracker, model)
  await model.close()
  console.log(JSON.stringify({ eval: 'letters', figures }))
  if (figures.found === 0) process.exitCode = 1
} else if (!existsSync(DATA) || globSync('*', { cwd: DATA }).length === 0) {
  console.log(`letters: skipped, ${DATA} is not there (use --files DIR)`)
} else {
  await evaluate(tracker)
}
await tracker.close()
