import type { Decision, ShownRule } from '../../../contract/channels/recording-channels.ts'
import {
  actionWords,
  effectWords,
  gestureWords,
  handWords,
  optionTitle,
} from '../../../contract/words/act-words.ts'
import { translate } from '../../../contract/words/translate.ts'
import { UNITS } from '../../../core/classifier/options.ts'
import { diagnosticsWords } from './words.ts'
import { triggerWords } from '../../editing/editor-words.ts'
import { whole } from '../../ui/numbers.ts'

const percent = (ratio: number): number => Math.round(ratio * 100)

/** What a binding does, when, and what it asks for. */
export function ruleWords({ action, trigger, companions }: ShownRule): string {
  const words = diagnosticsWords.recordings
  const asks = [
    triggerWords(trigger),
    trigger.minScore > 0 ? words.atLeast(percent(trigger.minScore)) : '',
    ...companions.map(({ kind, gesture }) => words.companions[kind](gestureWords(gesture))),
  ].filter(Boolean)
  const does = actionWords(action)
  return asks.length === 0 ? does : `${does} (${asks.join(', ')})`
}

type Threshold = Extract<Decision, { kind: 'gesture' }>['thresholds'][number]

/** What an option of the gesture's classifier was set to. */
export function thresholdWords(gesture: string, { option, value, unit }: Threshold): string {
  const [classifier = ''] = gesture.split('.')
  const measure = unit === undefined ? '' : translate(UNITS[unit])
  return [optionTitle(classifier, option), String(value), measure].filter(Boolean).join(' ')
}

/** One decision of a recording, in a line. */
export function decisionWords(decision: Decision): string {
  const words = diagnosticsWords.recordings
  switch (decision.kind) {
    case 'project':
      return words.project(decision.name)
    case 'mode':
      return [words.modes[decision.mode], translate(decision.hint)].filter(Boolean).join(': ')
    case 'hands':
      return words.hands(decision.count)
    case 'gesture': {
      const { gesture, hand, phase, score, reason } = decision
      const why = reason === undefined ? '' : ` (${words.reasons[reason]})`
      const facts = [handWords(hand), `${words.phases[phase]}${why}`, words.sure(percent(score))]
      return `${gestureWords(gesture)}: ${facts.join(', ')}`
    }
    case 'verdict':
      return verdictWords(decision)
    case 'action':
      return effectWords(decision.effect)
  }
}

function verdictWords(verdict: Extract<Decision, { kind: 'verdict' }>): string {
  const words = diagnosticsWords.recordings
  const { gesture, rule, outcome, score, heldMs } = verdict
  const { minScore, dwellMs } = rule.trigger
  const numbers = [
    minScore > 0 ? words.sureOf(percent(score), percent(minScore)) : words.sure(percent(score)),
    dwellMs > 0 ? words.held(whole(heldMs), whole(dwellMs)) : '',
  ].filter(Boolean)
  const said = words.outcome(
    gestureWords(gesture),
    actionWords(rule.action),
    words.outcomes[outcome],
  )
  return `${said} (${numbers.join(', ')})`
}
