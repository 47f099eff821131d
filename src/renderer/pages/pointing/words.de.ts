import type { Said } from '../../../contract/words/language.ts'
import type { pointingEnglish } from './words.en.ts'

export const pointingGerman: Said<typeof pointingEnglish> = {
  title: 'Zeigetest',
  intro:
    'Wie gut du zeigst, gemessen nach ISO 9241-411: Tippe auf den gefüllten Kreis, dann auf den nächsten, so schnell du kannst, ohne danebenzutreffen. Drei Kreise, etwa eine Minute.',
  start: 'Test beginnen',
  stop: 'Abbrechen',
  again: 'Noch einmal',
  export: 'Als CSV ausgeben',
  remove: 'Dieses Ergebnis löschen',
  saving: 'Die Zahlen werden berechnet.',
  reading: 'Frühere Ergebnisse werden gelesen.',
  pad: 'Ziele des Zeigetests',
  round: (round, rounds) => `Kreis ${round} von ${rounds}`,
  target: (tapped, targets) => `${tapped} von ${targets} getippt`,
  begin: 'Tippe auf den gefüllten Kreis, um zu beginnen.',
  throughput: 'Durchsatz',
  throughputUnit: 'Bit/s',
  errors: 'Daneben',
  time: 'Zeit je Ziel',
  reentries: 'Neu hineingekommen',
  reference:
    'Zum Vergleich: Eine Maus erreicht 3,8 bis 4,6 Bit/s, ein Touchpad mit Tippen 2,3, eine bloße Hand in der Luft bis zu 3,9.',
  results: 'Frühere Ergebnisse',
  none: 'Es gibt noch keinen Test. Mach einen, ändere eine Einstellung, mach noch einen: So wird gemessen, was du einstellst.',
  when: 'Wann',
  bySettings: 'Verglichen nach Einstellungen',
  settings: 'Einstellungen',
  sameSettings: 'wie sie jetzt sind',
  missed: (percent) => `${percent} % daneben`,
  tests: (count) => (count === 1 ? '1 Test' : `${count} Tests`),
  settingNames: {
    project: 'Projekt',
    tracker: 'Handerkennung',
    hand: 'Hand',
    boxHeightPalms: 'Reichweite',
    minCutoffHz: 'Ruhe',
    beta: 'Schnelligkeit',
    dragDelayMs: 'Ziehen nach',
    dragDistancePx: 'Ziehen ab',
  },
}
