import type { Said } from '../../../contract/words/language.ts'
import type { bodyEnglish } from './words.en.ts'

export const bodyGerman: Said<typeof bodyEnglish> = {
  title: 'Körper',
  intro:
    'Dein ganzer Körper, wie die Kamera ihn sieht: wie weit sich jedes Gelenk beugt, und wie oft.',
  picture: 'Bild',
  nobody: 'Niemand zu sehen. Geh so weit zurück, dass du ganz im Bild bist.',
  late: (ms) => `${ms} ms Verzögerung`,
  perSecond: (count) => `${count} je Sekunde`,
  tracker: 'Körpererkennung',
  does: 'Was der Körper tut',
  poses: {
    none: 'Nichts Besonderes',
    'arms-up': 'Arme hoch',
    'arms-crossed': 'Arme verschränkt',
    'lean-left': 'Nach links gelehnt',
    'lean-right': 'Nach rechts gelehnt',
    squat: 'In der Hocke',
  },
  views: {
    front: 'Von vorn gesehen',
    side: 'Von der Seite gesehen',
    back: 'Von hinten gesehen',
  },
  squats: {
    title: 'Kniebeugen',
    count: (count) => `Kniebeugen: ${count}`,
    down: 'Unten. Steh wieder auf.',
    up: 'Beuge die Knie, bis die Oberschenkel fast waagerecht sind.',
    unknown: 'Steh einmal gerade, dann zählt es.',
    reset: 'Neu zählen',
  },
  angles: {
    title: 'Winkel',
    intro: 'Wähle bis zu sechs, die gezeichnet werden. Gestreckt ist 0°, Beugen zählt nach oben.',
    left: 'Links',
    right: 'Rechts',
    joints: {
      elbow: 'Ellbogen',
      shoulder: 'Schulter',
      wrist: 'Handgelenk',
      hip: 'Hüfte',
      knee: 'Knie',
      ankle: 'Knöchel',
    },
    trunk: {
      neck: 'Nacken',
      trunk: 'Rumpf',
      trunkSideways: 'Rumpf seitwärts',
      trunkForward: 'Rumpf vorwärts',
    },
    sides: { left: 'links', right: 'rechts' },
    guessed: 'nicht verlässlich',
    unseen: 'nicht zu sehen',
    chart: 'Die letzten 15 Sekunden, Grad',
    warnings: {
      hidden: 'verdeckt',
      outside: 'außerhalb des Bildes',
      'towards-camera': 'zeigt zur Kamera, wo die Tiefe geraten ist: Dreh dich ein wenig',
    },
    warned: (names, why) => `${names}: ${why}.`,
  },
  recording: {
    title: 'Aufzeichnen',
    intro:
      'Wo deine Gelenke sind und wie sie sich beugen, nie ein Bild. Es bleibt hier, bis du es sicherst.',
    start: 'Aufzeichnen',
    stop: 'Beenden',
    running: (seconds) => `Aufzeichnung, ${seconds} s`,
    none: 'Noch ist nichts aufgezeichnet.',
    done: (seconds, count) => `${seconds} s, ${count} Bilder`,
    empty: 'Darin war niemand zu sehen.',
    csv: 'Winkel sichern (CSV)',
    json: 'Alles sichern (JSON)',
    lines: 'Alles sichern (JSON-Zeilen)',
  },
}
