export const anglesGerman = {
  sides: { left: 'links', right: 'rechts' },
  joints: {
    elbow: 'Ellbogen',
    shoulder: 'Schultern',
    wrist: 'Handgelenke',
    hip: 'Hüften',
    knee: 'Knie',
    ankle: 'Fußgelenke',
    neck: 'Nacken',
    trunk: 'Neigung des Rumpfes',
    trunkSideways: 'Neigung nach links',
    trunkForward: 'Neigung nach vorn',
  },
} as const
