export const spellingGerman = {
  title: 'Buchstabieren',
  noHand: 'Zeige deine Hand, um zu buchstabieren.',
  unsure: 'Nicht sicher: Halte sie still.',
  noWord: 'Noch kein Wort',
  letters: 'Wahrscheinlichste Buchstaben',
  word: 'Wort bis hier',
  completions: 'Es kann werden',
} as const
