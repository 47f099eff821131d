export const comfortGerman = {
  scale: 'Größe von Text und Knöpfen',
  scales: { 1: 'Üblich', 1.25: 'Größer', 1.5: 'Am größten' },
  sounds: 'Töne',
  soundsNote: 'Kurze Töne, wenn die Kontrolle übernommen oder abgegeben wird, und bei jeder Tat.',
} as const
