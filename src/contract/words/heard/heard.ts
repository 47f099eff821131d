import { spokenLanguage } from '../language.ts'
import { heardInGerman } from './german.ts'

/**
 * What host, core and camera say comes as English sentences, as the terminal and the log have them; here it is in the
 * language of the window. `{}` in a sentence stands for what differs, which is looked up as well. What is not known stays
 * as it came.
 */
export function heard(said: string): string {
  return spokenLanguage() === 'en' || said === '' ? said : (translated(said) ?? said)
}

interface Template {
  readonly pattern: RegExp
  readonly parts: readonly string[]
}

/** The sentence in German, or nothing where it is not known. */
export function translated(said: string): string | undefined {
  const plain = heardInGerman[said]
  if (plain !== undefined) return plain
  for (const { pattern, parts } of templates()) {
    const found = pattern.exec(said)
    if (!found) continue
    const given = found.slice(1).map((part) => translated(part) ?? part)
    return parts.map((part, index) => part + (given[index] ?? '')).join('')
  }
  return undefined
}

let compiled: readonly Template[] | undefined

/** Those that say the most of themselves first: a template that is nearly all gap would take every sentence. */
function templates(): readonly Template[] {
  compiled ??= Object.entries(heardInGerman)
    .filter(([english]) => english.includes('{}'))
    .toSorted(([one], [other]) => other.length - one.length)
    .map(([english, german]) => ({ pattern: patternOf(english), parts: german.split('{}') }))
  return compiled
}

function patternOf(template: string): RegExp {
  const literal = template.split('{}').map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  return new RegExp(`^${literal.join('(.+?)')}$`, 's')
}
