import type { Said } from '../../contract/words/language.ts'
import type { stateEnglish } from './state-words.en.ts'

export const stateGerman: Said<typeof stateEnglish> = {
  label: 'Zustand',
  modes: {
    engaged: 'Aktiv',
    watching: 'Bereit',
    paused: 'Pause',
    starting: 'Startet',
    stopped: 'Beendet',
  },
  reasons: {
    stopped: 'Starte Beckon neu mit npm start.',
    starting: 'Einen Moment.',
    paused: 'Die Kamera ist aus.',
    watching: 'Halte eine offene Hand hoch, um die Kontrolle zu übernehmen.',
    dryRun: 'Probelauf: Nichts wird gesendet.',
    engaged: 'Deine Hand hat die Kontrolle.',
  },
  pause: 'Pause',
  resume: 'Weiter',
  pauseNote: 'Pause: Kamera schließen (Leertaste)',
  resumeNote: 'Wieder zusehen (Leertaste)',
  figures: {
    rate: 'Bilder je Sekunde, in denen nach Händen gesucht wurde',
    latency: 'Vom Bild der Kamera bis zum Zeiger',
  },
  done: 'Was getan wurde, das Neueste zuerst',
  problems: 'Was gerade nicht geht',
  hud: {
    label: 'Was die Hand tut',
    sure: 'Wie sicher',
    engaging: 'Kontrolle übernehmen',
    disengaging: 'Kontrolle abgeben',
    holding: 'Still halten',
    noHand: 'Keine Hand im Bild',
    oneHand: 'Eine Hand im Bild',
    twoHands: 'Zwei Hände im Bild',
  },
  choices: {
    project: 'Projekt',
    camera: 'Kamera',
    firstCamera: 'Erste Kamera',
    demo: 'Vorführhand',
    mirrored: 'Schon gespiegelt',
    mirroredNote:
      'Ankreuzen, wenn die Kamera dich schon wie im Spiegel zeigt: Sonst wären links und rechts vertauscht.',
    tracker: 'Handerkennung',
    trackers: { native: 'Eigene Erkennung', mediapipe: 'MediaPipe-Erkennung' },
    measure: 'Neu messen',
    measuring: 'Wird gemessen …',
  },
  offers: { resume: 'Wieder zusehen', demo: 'Vorführhand nehmen' },
  notices: {
    bodies: {
      getting: 'Gleich werden Körper erkannt.',
      measuring:
        'Der schnellere Weg, Körper zu erkennen, wird gesucht. Das dauert einmal ein paar Sekunden.',
      failed: 'Körper werden nicht erkannt',
    },
    stopped: {
      title: 'Beckon wurde beendet',
      text: 'Jetzt wird nichts mehr mit der Hand gesteuert. Neu starten:',
    },
    starting: { title: 'Startet', text: 'Einen Moment.' },
    paused: {
      title: 'Pause',
      text: 'Die Kamera ist aus. Nichts wird angesehen, nichts wird getan.',
    },
    opening: { title: 'Die Kamera wird geöffnet', text: 'Einen Moment.' },
    missing: 'Keine Kamera',
    busy: 'Die Kamera ist belegt',
    denied: 'Die Kamera ist nicht erlaubt',
    black: 'Nichts zu sehen',
    frozen: 'Das Bild steht still',
    unreadable: 'Dieses Video lässt sich nicht abspielen',
    ended: { title: 'Das Video ist zu Ende', text: 'Wähle unten eine Kamera, um weiterzumachen.' },
    measuring: {
      title: 'Die schnellere Handerkennung wird gesucht',
      text: 'Zwei Verfahren werden auf diesem Computer einmal gemessen. Das dauert ein paar Sekunden.',
    },
    loading: { title: 'Die Handerkennung wird vorbereitet', text: 'Einen Moment.' },
    trackerFailed: 'Hände können nicht erkannt werden',
  },
}
