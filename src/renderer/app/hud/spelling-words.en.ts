export const spellingEnglish = {
  title: 'Spelling',
  noHand: 'Show your hand to spell.',
  unsure: 'Not sure: hold it still.',
  noWord: 'No word yet',
  letters: 'Likeliest letters',
  word: 'Word so far',
  completions: 'It may become',
} as const
