import { windowWords } from '../../../contract/words/window-words.ts'
import { shadowEnglish } from './words.en.ts'
import type { ShadowProposalView } from '../../../contract/channels/shadow-channels.ts'
import { decimal } from '../../ui/numbers.ts'

export const shadowWords = windowWords('shadow', shadowEnglish)

const percent = (ratio: number): number => Math.round(ratio * 100)
const seconds = (ms: number): string => decimal(ms / 1000, 1)

/** What a threshold does, in words. */
export function proposalWords(proposal: ShadowProposalView): string {
  const words = shadowWords.proposals
  switch (proposal.kind) {
    case 'too-early':
      return shadowWords.tooEarly
    case 'keep':
      return shadowWords.keep
    case 'min-score':
      return words.score(percent(proposal.minScore))
    case 'dwell':
      return words.dwell(seconds(proposal.dwellMs))
    case 'switch-off':
      return words.off
  }
}

/** The thresholds that were accepted, in words. */
export function acceptedWords(accepted: {
  readonly minScore?: number | undefined
  readonly dwellMs?: number | undefined
  readonly isOff?: boolean | undefined
}): string {
  const words = shadowWords.accepted
  const { minScore, dwellMs, isOff } = accepted
  if (isOff) return words.off
  const parts = []
  if (minScore !== undefined) parts.push(words.score(percent(minScore)))
  if (dwellMs !== undefined) parts.push(words.dwell(seconds(dwellMs)))
  return parts.join(', ')
}

/** Units are the same in every language that Beckon speaks. */
export function watchedWords(watchedMs: number): string {
  const minutes = Math.floor(watchedMs / 60_000)
  if (minutes < 1) return `${Math.floor(watchedMs / 1000)} s`
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`
}
