export const intakeGerman = {
  drop: 'Lass Videos los, um zu sehen, wie sich Menschen darin bewegen',
} as const
