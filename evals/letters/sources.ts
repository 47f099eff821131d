import { globSync } from 'node:fs'
import { basename, join } from 'node:path'

/** What the letter network is trained on and judged with. Nothing of it is in the repository. */
export const DATA = join(import.meta.dirname, '../../../shared/data')

/** Letters that a source shows in another form than most, or wrongly: LABEL_NOTES.csv says how. As in load.py. */
export const UNTRUSTED: Readonly<Record<string, string | undefined>> = {
  kishore017: 'OZ',
  aditi: 'GPQXJZ',
  xardous: 'EGHTK',
  rakshanjali: 'CGH',
  longhong: 'MN',
  muneeb: 'KMY',
  massey5signers: 'JZ',
  bison: 'LMUXY',
}
export const isTrusted = (source: string, label: string): boolean =>
  !(UNTRUSTED[source] ?? '').includes(label)

export interface PictureSource {
  readonly name: string
  readonly glob: string
  /** Border that tightly cropped pictures get before hands are looked for, as a share of their size. */
  readonly padRatio: number
  /** The letter, or `none`; undefined leaves the picture out. */
  label(path: string): string | undefined
  signer(path: string): string
}

const folder = (path: string): string => path.split('/').at(-2) ?? ''
const asl = (
  name: string,
  padRatio = 0,
  signer: (path: string) => string = () => name,
): PictureSource => ({
  name,
  glob: `asl_images/${name}/*/*`,
  padRatio,
  label: folder,
  signer,
})
const handOf = (path: string): string => basename(path).split('_')[0] ?? ''

/** Letters that digits look like; the other digits are no letters. 0, 1 and 4 are too near O, D and B to be either. */
const DIGIT_LETTERS: Readonly<Record<string, string | undefined>> = {
  2: 'V',
  6: 'W',
  9: 'F',
  3: 'none',
  5: 'none',
  7: 'none',
  8: 'none',
}
const digits = (
  name: string,
  padRatio: number,
  signer: (path: string) => string,
): PictureSource => ({
  name: `${name}-digits`,
  glob: `digit_images/${name}/*/*`,
  padRatio,
  label: (path) => DIGIT_LETTERS[folder(path)],
  signer,
})

/** Poses that are no letters; the others are near one. */
const NO_LETTERS = ['hand_palm', 'hand_no_class', 'body_no_class', 'hand_down', 'hand_video_pause']
const PEOPLE: Readonly<Record<string, string | undefined>> = {
  call: 'Y',
  none: 'none',
  rock: 'none',
}

export const LETTER_SOURCES: readonly PictureSource[] = [
  asl('massey5signers', 0.35, handOf),
  asl('xardous'),
  asl('kishore017'),
  asl('rakshanjali'),
  asl('longhong'),
  asl('muneeb'),
  asl('aditi'),
  asl('msl_photo'),
]

export const OTHER_SOURCES: readonly PictureSource[] = [
  digits('ardamavi', 0, (path) => basename(path)),
  digits('massey5signers', 0.35, handOf),
  {
    name: 'emrecandir',
    glob: 'pose_images/emrecandir/*/*',
    padRatio: 0,
    label: (path) => (NO_LETTERS.includes(folder(path)) ? 'none' : undefined),
    signer: () => 'emrecandir',
  },
  {
    name: 'hagrid',
    glob: 'people_images/hagrid_mp/*/*',
    padRatio: 0,
    label: (path) => PEOPLE[folder(path)],
    signer: (path) => basename(path),
  },
]

/** Clips that hold no letters, and clips that do. */
export const CLIPS: readonly string[] = [
  '{clips/negative/**,clips/positive/**,videos/{negative,gesture,golden,letters}}/*.{mp4,gif,mkv,264}',
].flatMap((pattern) =>
  globSync(pattern, { cwd: DATA })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => !path.includes('/pose_'))
    .sort(),
)

export const picturesOf = ({ glob }: PictureSource): readonly string[] =>
  globSync(glob, { cwd: DATA })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => /\.(jpe?g|png|webp)$/i.test(path))
    .sort()
