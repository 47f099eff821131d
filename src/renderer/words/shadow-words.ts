import type { ShadowProposalView } from '../../contract/shadow-channels.ts'

export const shadowWords = {
  title: 'Shadow mode',
  intro:
    'Everything runs and nothing is sent. Leave it on while you do other things: what it counts is what Beckon would have done by mistake.',
  start: 'Start counting',
  stop: 'Stop counting',
  on: 'Counting. Your gestures do nothing now.',
  off: 'Not counting. Your gestures act as usual.',
  watched: 'Watched so far',
  budget: 'I put up with',
  perHour: 'per hour and gesture',
  clear: 'Start over',
  reading: 'One moment.',
  empty: 'Nothing would have been done yet in the project',
  gesture: 'Gesture',
  count: 'Times',
  rate: 'Per hour',
  proposal: 'Proposal',
  inForce: 'In force',
  accept: 'Accept',
  revoke: 'Take back',
  tooEarly: 'Watch a little longer',
  keep: 'Within your budget',
  overBudget: 'Over your budget',
} as const

/** What a threshold does, in words. */
export function proposalWords(proposal: ShadowProposalView): string {
  switch (proposal.kind) {
    case 'too-early':
      return shadowWords.tooEarly
    case 'keep':
      return shadowWords.keep
    case 'min-score':
      return `Act only when at least ${Math.round(proposal.minScore * 100)} % sure`
    case 'dwell':
      return `Act only when held for ${(proposal.dwellMs / 1000).toFixed(1)} s`
    case 'switch-off':
      return 'Switch this gesture off'
  }
}

/** The thresholds that were accepted, in words. */
export function acceptedWords(accepted: {
  readonly minScore?: number | undefined
  readonly dwellMs?: number | undefined
  readonly isOff?: boolean | undefined
}): string {
  if (accepted.isOff) return 'Switched off'
  const parts = []
  if (accepted.minScore !== undefined)
    parts.push(`from ${Math.round(accepted.minScore * 100)} % sure`)
  if (accepted.dwellMs !== undefined)
    parts.push(`held for ${(accepted.dwellMs / 1000).toFixed(1)} s`)
  return parts.join(', ')
}

export function watchedWords(watchedMs: number): string {
  const minutes = Math.floor(watchedMs / 60_000)
  if (minutes < 1) return `${Math.floor(watchedMs / 1000)} s`
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`
}
