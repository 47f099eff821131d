import type { Said } from '../../../contract/words/language.ts'
import type { shadowEnglish } from './words.en.ts'

export const shadowGerman: Said<typeof shadowEnglish> = {
  title: 'Schattenbetrieb',
  intro:
    'Alles läuft, und nichts wird gesendet. Lass es an, während du anderes tust: Gezählt wird, was Beckon aus Versehen getan hätte.',
  start: 'Zählen beginnen',
  stop: 'Zählen beenden',
  on: 'Es wird gezählt. Deine Gesten tun jetzt nichts.',
  off: 'Es wird nicht gezählt. Deine Gesten wirken wie sonst.',
  watched: 'Bisher zugesehen',
  budget: 'Ich nehme hin',
  perHour: 'je Stunde und Geste',
  clear: 'Von vorn',
  reading: 'Einen Moment.',
  empty: (project) => `Im Projekt „${project}“ wäre noch nichts geschehen.`,
  gesture: 'Geste',
  facts: (rate, count) => `${rate} je Stunde · ${count}-mal`,
  inForce: 'In Kraft',
  accept: 'Annehmen',
  revoke: 'Zurücknehmen',
  tooEarly: 'Noch etwas länger zusehen',
  keep: 'Im Rahmen',
  overBudget: 'mehr als hingenommen',
  proposals: {
    score: (percent) => `Nur wirken, wenn mindestens ${percent} % sicher`,
    dwell: (seconds) => `Nur wirken, wenn ${seconds} s gehalten`,
    off: 'Diese Geste abschalten',
  },
  accepted: {
    score: (percent) => `ab ${percent} % Sicherheit`,
    dwell: (seconds) => `${seconds} s gehalten`,
    off: 'Abgeschaltet',
  },
}
