export const comfortEnglish = {
  scale: 'Size of text and buttons',
  scales: { 1: 'Usual', 1.25: 'Larger', 1.5: 'Largest' },
  sounds: 'Sounds',
  soundsNote: 'Short tones when control is taken or let go of, and at every action.',
}
