export const setupGerman = {
  title: 'Einrichten',
  intro:
    'In wenigen Minuten, Schritt für Schritt. Jeder Schritt sieht selbst, dass er geklappt hat.',
  stepsLabel: 'Schritte',
  step: (index: number, count: number) => `Schritt ${index} von ${count}`,
  steps: {
    camera: {
      name: 'Kamera',
      title: 'Lass Beckon sehen',
      text: 'Bilder werden auf diesem Computer angesehen, eins nach dem anderen, und vergessen.',
      done: 'Die Kamera geht.',
    },
    hand: {
      name: 'Deine Hand',
      title: 'Halte eine Hand hoch',
      text: 'Eine Armlänge vor der Kamera, die Finger frei. Die Linien folgen deiner Hand, sobald sie gesehen wird.',
      done: 'Deine Hand wird gesehen.',
    },
    engage: {
      name: 'Übernehmen',
      title: 'Halte eine offene Hand hoch',
      text: 'Eine Sekunde lang, still, die Finger gespreizt. Bis dahin tut deine Hand nichts. Dieselbe Hand gibt die Kontrolle später wieder ab.',
      done: 'Du hast die Kontrolle.',
    },
    point: {
      name: 'Zeigen',
      title: 'Führe den Zeiger über die drei Punkte',
      text: 'Lass die Hand locker und bewege sie, als läge sie auf dem Bild. Kleine Bewegungen reichen weit.',
      done: 'Du kannst zeigen.',
    },
    click: {
      name: 'Klicken',
      title: 'Klicke auf den Knopf, mit einem Griff',
      text: 'Daumen und Zeigefinger zusammen und wieder auseinander. Der Zeiger bleibt stehen, während sich die Finger schließen.',
      done: 'Du kannst klicken.',
    },
    comfort: {
      name: 'Wie du willst',
      title: 'Was zu dir passt',
      text: 'Alles lässt sich später ändern, in den Einstellungen und in jedem Projekt.',
      done: '',
    },
    done: {
      name: 'Fertig',
      title: 'Das ist alles',
      text: 'Eine offene Hand übernimmt die Kontrolle und gibt sie ab. Die Leertaste und der Pause-Knopf halten alles an.',
      done: '',
    },
  },
  skip: 'Schritt überspringen',
  next: 'Weiter',
  back: 'Zurück',
  leave: 'Einrichten verlassen',
  finish: 'Zu Live',
  projects: 'Die Projekte ansehen',
  again: 'Von vorn',
  clickHere: 'Klick mich',
  clicked: (count: number) => (count === 1 ? 'Einmal. Und noch einmal.' : `${count} Klicks`),
  dot: (index: number) => `Punkt ${index}`,
  waiting: 'Es wird darauf gewartet …',
  noCamera:
    'Es ist keine Kamera da. Schließ eine an; bis dahin macht eine Demo-Hand vor, wie es geht.',
  demo: 'Vorführhand nehmen',
  resume: 'Kamera öffnen',
  permission: {
    camera: {
      title: 'Wenn sich die Kamera nicht öffnet',
      linux: [
        'Schließe andere Programme, die die Kamera benutzen, vor allem Gespräche im Browser.',
        'Sieh nach, ob es /dev/video0 gibt. Wenn nicht, stecke die Kamera neu ein.',
        'Ist die Datei für dich nicht lesbar, nimm dich in die Gruppe „video“ auf und melde dich neu an.',
      ],
      mac: [
        'Öffne Systemeinstellungen, Datenschutz & Sicherheit, Kamera.',
        'Schalte dort Beckon ein (im Fenster eines Browsers: den Browser).',
        'Schließe Beckon und starte es neu.',
      ],
      windows: [
        'Öffne Einstellungen, Datenschutz und Sicherheit, Kamera.',
        'Schalte „Kamerazugriff“ und „Desktop-Apps den Zugriff erlauben“ ein.',
        'Schließe andere Programme, die die Kamera benutzen.',
      ],
    },
    pointer: {
      title: 'Wenn sich der Zeiger nicht bewegt',
      linux: [
        'Melde dich in einer Xorg-Sitzung an: Unter Wayland darf kein Programm den Zeiger bewegen.',
        'Starte „npm run doctor“; es probiert den Zeiger aus und sagt, was fehlt.',
      ],
      mac: [
        'Öffne Systemeinstellungen, Datenschutz & Sicherheit, Bedienungshilfen.',
        'Schalte dort Beckon ein (aus einem Terminal gestartet: das Terminal).',
        'Schließe Beckon und starte es neu.',
      ],
      windows: [
        'Ein Fenster, das als Administrator läuft, nimmt nichts von anderen Programmen an: Klicke ein anderes an.',
      ],
    },
  },
  comfort: {
    hand: 'Welche Hand zeigt',
    hands: { either: 'Beide', right: 'Rechts', left: 'Links' },
    handNote: 'Mit einer Hand allein geht alles.',
    hold: 'Ich kann einen Griff nicht lange halten',
    holdNote: 'Ein Ziehen dauert bis zum nächsten Griff.',
    dwell: 'Klicken durch Stillhalten',
    dwellNote: 'Wo der Zeiger ruht, füllt sich ein Ring, und es klickt. Griffe klicken weiterhin.',
    delay: 'Ziehen beginnt nach',
    delays: { 500: '0,5 s', 800: '0,8 s', 1500: '1,5 s' },
  },
} as const
