import { windowWords } from '../../../contract/words/window-words.ts'
import { pointingEnglish } from './words.en.ts'

export const pointingWords = windowWords('pointing', pointingEnglish)

const nameOf = (names: Readonly<Record<string, string>>, id: string): string =>
  Object.hasOwn(names, id) ? (names[id] ?? id) : id

/** A setting that a test was taken under, as people say it. */
export const settingName = (name: string): string => nameOf(pointingWords.settingNames, name)

/** What it was set to. */
export const settingValue = (value: string): string => nameOf(pointingWords.settingValues, value)
