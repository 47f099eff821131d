import { spokenLanguage } from '../../contract/words/language.ts'

/** The system's own region where it is one of the language spoken: 1,5 in Germany is 1.5 in Switzerland. */
function locale(): string {
  const language = spokenLanguage()
  const wanted = typeof navigator === 'undefined' ? [] : navigator.languages
  return wanted.find((tag) => tag.toLowerCase().startsWith(language)) ?? language
}

// A formatter takes a hundred times as long to make as to use, and meters ask for numbers many times a second.
const formats = new Map<string, Intl.NumberFormat>()

/** With just so many digits behind the point: a number that moves must not change its width. */
export function decimal(value: number, digits: number): string {
  const tag = locale()
  const key = `${tag} ${digits}`
  const known = formats.get(key)
  const format =
    known ??
    new Intl.NumberFormat(tag, { minimumFractionDigits: digits, maximumFractionDigits: digits })
  if (!known) formats.set(key, format)
  return format.format(value)
}

export const whole = (value: number): string => decimal(value, 0)

/** A moment of somebody's day. `epochMs`: Unix epoch. */
export function moment(epochMs: number): string {
  return new Intl.DateTimeFormat(locale(), { dateStyle: 'medium', timeStyle: 'short' }).format(
    epochMs,
  )
}
