import { say } from '../sentence/say.ts'
import { verbatim, type Sentence } from '../sentence/sentence.ts'

export type OptionValue = number | boolean | string

/** One option of a classifier, as data: project files are checked against it and settings pages are drawn from it. */
export type OptionSpec = { readonly name: string } & (
  | {
      readonly kind: 'number'
      readonly default: number
      readonly min: number
      readonly max: number
      readonly unit: OptionUnit
    }
  | { readonly kind: 'boolean'; readonly default: boolean }
  | { readonly kind: 'choice'; readonly default: string; readonly choices: readonly string[] }
)

/** `ratio` is a number without a unit. */
export const OPTION_UNITS = ['ms', 'palm widths', 'palm lengths', 'ratio'] as const
export type OptionUnit = (typeof OPTION_UNITS)[number]

/** Complete options: every one that the schema names has a value of its kind and within its range. */
export interface ResolvedOptions {
  number(name: string): number
  boolean(name: string): boolean
  choice(name: string): string
}

export type OptionsResult =
  | { readonly ok: true; readonly options: ResolvedOptions }
  /** Each problem names the option, what was expected and what came. */
  | { readonly ok: false; readonly problems: readonly Sentence[] }

/** Fills in defaults and checks what was given. */
export function resolveOptions(
  specs: readonly OptionSpec[],
  given: Readonly<Record<string, OptionValue>>,
): OptionsResult {
  const unknown = Object.keys(given)
    .filter((name) => !specs.some((spec) => spec.name === name))
    .map((name) => say('option "{}" is not known; {}', name, knownNames(specs)))
  const wrong = specs.flatMap((spec) => {
    const value = given[spec.name]
    return value === undefined || isAllowedValue(spec, value)
      ? []
      : [
          say(
            'option "{}" must be {}, not {}',
            spec.name,
            describeExpected(spec),
            JSON.stringify(value),
          ),
        ]
  })
  const problems = [...unknown, ...wrong]
  if (problems.length > 0) return { ok: false, problems }
  return { ok: true, options: withDefaults(specs, given) }
}

function knownNames(specs: readonly OptionSpec[]): Sentence {
  if (specs.length === 0) return say('there are no options')
  return say('known are {}', specs.map((spec) => `"${spec.name}"`).join(', '))
}

function isAllowedValue(spec: OptionSpec, value: OptionValue): boolean {
  switch (spec.kind) {
    case 'number':
      return typeof value === 'number' && value >= spec.min && value <= spec.max
    case 'boolean':
      return typeof value === 'boolean'
    case 'choice':
      return typeof value === 'string' && spec.choices.includes(value)
  }
}

function describeExpected(spec: OptionSpec): Sentence {
  switch (spec.kind) {
    case 'number':
      return say('a number from {} to {} ({})', spec.min, spec.max, UNITS[spec.unit])
    case 'boolean':
      return say('true or false')
    case 'choice':
      return say('one of {}', spec.choices.map((choice) => `"${choice}"`).join(', '))
  }
}

/** What a unit is called. */
export const UNITS: Readonly<Record<OptionUnit, Sentence>> = {
  ms: verbatim('ms'),
  'palm widths': say('palm widths'),
  'palm lengths': say('palm lengths'),
  ratio: say('ratio'),
}

function withDefaults(
  specs: readonly OptionSpec[],
  given: Readonly<Record<string, OptionValue>>,
): ResolvedOptions {
  const values = new Map(specs.map((spec) => [spec.name, given[spec.name] ?? spec.default]))
  return {
    number: (name) => {
      const value = values.get(name)
      if (typeof value === 'number') return value
      throw new Error(`ResolvedOptions.number: expected a number option, got "${name}"`)
    },
    boolean: (name) => {
      const value = values.get(name)
      if (typeof value === 'boolean') return value
      throw new Error(`ResolvedOptions.boolean: expected a boolean option, got "${name}"`)
    },
    choice: (name) => {
      const value = values.get(name)
      if (typeof value === 'string') return value
      throw new Error(`ResolvedOptions.choice: expected a choice option, got "${name}"`)
    },
  }
}
