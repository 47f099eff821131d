import {
  SIDE_ANGLES,
  SIDES,
  TRUNK_ANGLES,
  type AngleName,
  type SideAngle,
  type TrunkAngle,
} from '../../../core/body/angle-definitions.ts'
import type { AngleWarning, JointAngle } from '../../../core/body/joint-angles.ts'
import { bodyWords } from './words.ts'

/** More lines than that cannot be told apart. */
export const MOST_PLOTTED = 6
export const FIRST_PLOTTED: readonly AngleName[] = ['left.knee', 'right.knee']

/** Every angle in the order in which they are shown. */
export const ANGLE_NAMES: readonly AngleName[] = [
  ...SIDES.flatMap((side) => SIDE_ANGLES.map((joint): AngleName => `${side}.${joint}`)),
  ...TRUNK_ANGLES,
]

export function angleWords(name: AngleName): string {
  const words = bodyWords.angles
  const [side = '', joint = ''] = name.split('.')
  const known = SIDE_ANGLES.find((one) => one === joint)
  const knownSide = SIDES.find((one) => one === side)
  if (known && knownSide) return `${words.joints[known]} ${words.sides[knownSide]}`
  const trunk = TRUNK_ANGLES.find((one) => one === name)
  return trunk ? words.trunk[trunk] : name
}

export const jointWords = (joint: SideAngle | TrunkAngle): string => {
  const { joints, trunk } = bodyWords.angles
  const words: Readonly<Record<string, string>> = { ...joints, ...trunk }
  return words[joint] ?? joint
}

/** One more, or one less; unchanged where there is no room for another. */
export function withToggled(chosen: readonly AngleName[], name: AngleName): readonly AngleName[] {
  if (chosen.includes(name)) return chosen.filter((one) => one !== name)
  return chosen.length < MOST_PLOTTED ? [...chosen, name] : chosen
}

/** Why some of the chosen angles should not be relied on, one sentence for each reason. */
export function warningsOf(
  chosen: readonly AngleName[],
  angles: readonly JointAngle[],
): readonly string[] {
  const names = new Map<AngleWarning, string[]>()
  for (const { name, warning } of angles) {
    if (warning === undefined || !chosen.includes(name)) continue
    names.set(warning, [...(names.get(warning) ?? []), angleWords(name)])
  }
  const words = bodyWords.angles
  return [...names].map(([warning, who]) => words.warned(who.join(', '), words.warnings[warning]))
}
