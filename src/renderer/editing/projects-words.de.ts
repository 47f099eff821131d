import type { Said } from '../../contract/words/language.ts'
import type { projectsEnglish } from './projects-words.en.ts'

export const projectsGerman: Said<typeof projectsEnglish> = {
  title: 'Projekte',
  intro: 'Was deine Hand tut, jeweils für eine Art von Arbeit. Eines davon ist in Kraft.',
  create: 'Neues Projekt',
  newName: 'Mein Projekt',
  import: 'Importieren',
  importFailed: 'Diese Datei konnte nicht gelesen werden.',
  imported: (name, inactive) =>
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
  removed: (name) => `„${name}“ wurde gelöscht.`,
  wasReset: (name) => `„${name}“ ist wieder wie ausgeliefert.`,
  moved: (name, place) => `„${name}“ steht an Stelle ${place}.`,
  deleted: (count) => `Gelöscht: ${count}`,
  restore: 'Zurückholen',
  restored: (name) => `„${name}“ ist wieder da.`,
  undo: 'Rückgängig',
  redo: 'Wiederholen',
  none: 'Es gibt kein Projekt. Leg eines an, oder importiere eines.',
  inactive: (count) =>
    count === 1 ? '1 Geste tut hier nichts' : `${count} Gesten tun hier nichts`,
  origins: { shipped: '', changed: 'Von dir geändert', own: 'Deines' },
  gestures: (count) => (count === 1 ? '1 Geste' : `${count} Gesten`),
  more: 'Mehr für',
}
