import { existsSync, globSync } from 'node:fs'
import { join, sep } from 'node:path'
import { landmarksOfImages } from './support/landmarks.ts'

/** How often the tracker finds a hand at all, for each source of pictures. The other evals count only found hands. */
const DATA = join(import.meta.dirname, '..', '..', 'shared', 'data')
const SETS = [
  { name: 'ardamavi', pattern: 'digit_images/ardamavi/[0-5]/*', padRatio: 0 },
  { name: 'massey5signers', pattern: 'digit_images/massey5signers/[0-5]/*', padRatio: 0.35 },
  { name: 'msl_photo', pattern: 'digit_images/msl_photo/[0-5]/*', padRatio: 0 },
  { name: 'emrecandir', pattern: 'pose_images/emrecandir/hand_*/*', padRatio: 0 },
  { name: 'hagrid_mp', pattern: 'people_images/hagrid_mp/*/*', padRatio: 0 },
] as const

if (!existsSync(DATA)) {
  console.log('Skipped: the pictures at ../shared/data are not here.')
  process.exit(0)
}

const figures: Record<string, number> = {}
for (const { name, pattern, padRatio } of SETS) {
  const files = globSync(join(DATA, pattern.replaceAll('/', sep))).sort()
  const pictures = await landmarksOfImages(files, { padRatio })
  const found = pictures.filter((picture) => (picture?.hands.length ?? 0) > 0).length
  figures[name] = Math.round((found / files.length) * 1000) / 1000
  console.log(`${name.padEnd(16)} ${found} of ${files.length} found`)
}
console.log(JSON.stringify({ eval: 'hands-found', figures }))
