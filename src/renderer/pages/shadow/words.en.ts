export const shadowEnglish = {
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
  empty: (project: string) => `Nothing would have been done yet in the project “${project}”.`,
  gesture: 'Gesture',
  facts: (rate: string, count: number) => `${rate} per hour · ${count} times`,
  inForce: 'In force',
  accept: 'Accept',
  revoke: 'Take back',
  tooEarly: 'Watch a little longer',
  keep: 'Within your budget',
  overBudget: 'over your budget',
  /** What a threshold would do. */
  proposals: {
    score: (percent: number) => `Act only when at least ${percent} % sure`,
    dwell: (seconds: string) => `Act only when held for ${seconds} s`,
    off: 'Switch this gesture off',
  },
  /** The thresholds that were accepted. */
  accepted: {
    score: (percent: number) => `from ${percent} % sure`,
    dwell: (seconds: string) => `held for ${seconds} s`,
    off: 'Switched off',
  },
} as const
