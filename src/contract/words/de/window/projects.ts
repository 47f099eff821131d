export const projectsGerman = {
  title: 'Projekte',
  intro: 'Was deine Hand tut, jeweils für eine Art von Arbeit. Eines davon ist in Kraft.',
  create: 'Neues Projekt',
  newName: 'Mein Projekt',
  import: 'Importieren',
  importFailed: 'Diese Datei konnte nicht gelesen werden.',
  imported: (name: string, inactive: number) =>
    inactive === 0
      ? `„${name}“ wurde importiert.`
      : `„${name}“ wurde importiert; ${inactive} der Gesten sind hier nicht bekannt und tun nichts.`,
  inForce: 'In Kraft',
  use: 'Verwenden',
  edit: 'Bearbeiten',
  duplicate: 'Verdoppeln',
  export: 'Exportieren',
  remove: 'Löschen',
  reset: 'Zurücksetzen',
  up: 'Nach oben',
  down: 'Nach unten',
  removed: (name: string) => `„${name}“ wurde gelöscht.`,
  wasReset: (name: string) => `„${name}“ ist wieder wie ausgeliefert.`,
  moved: (name: string, place: number) => `„${name}“ steht an Stelle ${place}.`,
  deleted: (count: number) => `Gelöscht: ${count}`,
  restore: 'Zurückholen',
  restored: (name: string) => `„${name}“ ist wieder da.`,
  undo: 'Rückgängig',
  redo: 'Wiederholen',
  none: 'Es gibt kein Projekt. Leg eines an, oder importiere eines.',
  inactive: (count: number) =>
    count === 1 ? '1 Geste tut hier nichts' : `${count} Gesten tun hier nichts`,
  origins: { shipped: '', changed: 'Von dir geändert', own: 'Deines' },
  withheld: {
    title: 'Aus, bis du es erlaubst',
    intro: 'Dieses Projekt kam von außen oder wurde dort geändert. Es würde dies tun:',
    exactly: 'Vollständig',
    allow: 'Erlauben',
    leaveOff: 'Aus lassen',
    leftOff: (count: number) =>
      count === 1 ? '1 Teil ist ausgeschaltet' : `${count} Teile sind ausgeschaltet`,
    imported: (count: number) =>
      count === 1
        ? 'Eines, was es tun würde, ist aus, bis du es erlaubst.'
        : `${count} Dinge, die es tun würde, sind aus, bis du sie erlaubst.`,
    allowed: (name: string) => `„${name}“ darf das jetzt alles.`,
    'left-off': (name: string) => `„${name}“ geht ohne dies weiter.`,
    binding: 'Aus, bis du es erlaubst: siehe oben.',
    rules: 'Diese Regeln sind aus, bis du sie erlaubst: siehe oben.',
  },
  gestures: (count: number) => (count === 1 ? '1 Geste' : `${count} Gesten`),
  more: 'Mehr für',
} as const
