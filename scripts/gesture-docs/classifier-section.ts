import { classifierTitle, gestureWords, optionTitle } from '../../src/contract/words/act-words.ts'
import type { ClassifierEntry, LabelTiming } from '../../src/core/classifier/classifier.ts'
import { NONE } from '../../src/core/classifier/classifier.ts'
import type { OptionSpec } from '../../src/core/classifier/options.ts'
import { resolveOptions } from '../../src/core/classifier/options.ts'
import { classifiers } from '../../src/core/classifier/registry.ts'
import { isBarred } from '../../src/core/gesture/arbiter.ts'
import { gestureId } from '../../src/core/gesture/recogniser.ts'
import { markdownTable } from './case-table.ts'

/** What one classifier of the registry gives: its gestures, when they count, what may be set, and what bars it. */
export function classifierSection(entry: ClassifierEntry): string {
  return [
    `## ${classifierTitle(entry.id)}: \`${entry.id}\``,
    gesturesOf(entry),
    timingWords(entry.timing),
    barredWords(entry),
    optionsOf(entry),
  ]
    .filter((part) => part !== '')
    .join('\n\n')
}

function gesturesOf({ id, labels, options, beginsAt }: ClassifierEntry): string {
  const resolved = resolveOptions(options, {})
  if (!resolved.ok) throw new Error(`gesturesOf: the defaults of "${id}" are no options`)
  const gestures = labels
    .filter((label) => label !== NONE)
    .map((label) => ({ label, gesture: gestureId(id, label) }))
    .map(({ label, gesture }) => ({
      label,
      code: `\`${gesture}\``,
      words: gestureWords(gesture, 'en'),
      score: String(Math.round(beginsAt(label, resolved.options) * 100) / 100),
    }))
  // Letters are their own words.
  if (gestures.every(({ label, words }) => words === label)) {
    return `${gestures.map(({ code }) => code).join(', ')}.`
  }
  const rows = gestures.map(({ code, words, score }) => [code, words, score])
  return markdownTable({ columns: ['gesture', 'in words', 'counts from a score of'], rows })
}

function timingWords({ enterMs, exitMs, needsFreshStart, upgrades }: LabelTiming): string {
  const grows = upgrades.map(([from, to]) => `\`${from}\` may grow into \`${to}\``)
  const says = [
    enterMs === 0 ? 'Begins in the frame that shows it' : `Begins after ${enterMs} ms`,
    exitMs === 0 ? 'ends in the frame that does not' : `ends after ${exitMs} ms without`,
    ...(needsFreshStart
      ? ['must be made in view: one that a hand brings along does not begin']
      : []),
    ...grows,
  ]
  return `${says.join('; ')}.`
}

function barredWords({ precedence, of }: ClassifierEntry): string {
  const hand = of === 'body' ? 'body' : 'right'
  const by = classifiers
    .filter((other) => isBarred({ precedence, hand }, [{ precedence: other.precedence, hand }]))
    .map(({ id }) => `\`${id}\``)
  return by.length === 0 ? '' : `Silent while the same hand shows a gesture of ${by.join(', ')}.`
}

function optionsOf({ id, options }: ClassifierEntry): string {
  if (options.length === 0) return ''
  const rows = options.map((option) => [
    `\`${option.name}\``,
    optionTitle(id, option.name),
    `${option.default}`,
    rangeOf(option),
  ])
  return markdownTable({ columns: ['option', 'in words', 'unless set', 'may be'], rows })
}

function rangeOf(option: OptionSpec): string {
  switch (option.kind) {
    case 'number':
      return `${option.min} to ${option.max} ${option.unit}`
    case 'boolean':
      return 'true, false'
    case 'choice':
      return option.choices.join(', ')
  }
}
