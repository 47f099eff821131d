export const settingsGerman = {
  title: 'Einstellungen',
  look: {
    title: 'Aussehen',
    language: 'Sprache',
    systemLanguage: 'Wie das System',
    theme: 'Farben',
    themes: {
      system: 'Wie das System',
      light: 'Hell',
      dark: 'Dunkel',
      contrast: 'Starker Kontrast',
    },
    motion: 'Bewegung',
    motions: { system: 'Wie das System', full: 'Volle', reduced: 'Wenig' },
  },
  feedback: {
    title: 'Rückmeldung',
    hud: 'Beim Zeiger zeigen, was die Hand tut',
    hudNote: 'Ein Ring, der sich füllt, die Geste, und warum nichts geschieht.',
  },
  camera: {
    title: 'Kamera und Handerkennung',
    camera: 'Kamera',
    tracker: 'Handerkennung',
    trackerNote:
      'Wie Hände im Bild gefunden werden. „Neu messen“ misst beide Verfahren auf diesem Computer.',
    mirrored: 'Das Bild ist schon gespiegelt',
    mirroredNote: 'Ankreuzen, wenn links und rechts vertauscht sind.',
  },
  hands: { title: 'Deine Hände' },
  monitors: {
    title: 'Bildschirme',
    note: 'Der Zeiger erreicht alle, so wie sie zueinander stehen.',
    none: 'Welche Bildschirme es gibt, ist hier nicht bekannt.',
    one: (index: number, widthPx: number, heightPx: number) =>
      `Bildschirm ${index}: ${widthPx} × ${heightPx}`,
    picture: 'Wie die Bildschirme zueinander stehen',
  },
  switching: {
    title: 'Projekte',
    follow: 'Nach dem Programm im Vordergrund wechseln',
    followNote:
      'Ein Projekt, dessen Regeln zum Programm passen, tritt von selbst in Kraft. Du kannst es abweisen.',
  },
  hotkeys: {
    title: 'Tastenkürzel',
    names: {
      pause: 'Pause und weiter',
      nextProject: 'Nächstes Projekt',
      previousProject: 'Voriges Projekt',
    },
    none: 'Keine',
    press: 'Tasten drücken …',
    change: 'Ändern',
    clear: 'Entfernen',
    conflict: (other: string) => `Dieselben Tasten stehen bei „${other}“.`,
    needsModifier: 'Nimm Strg, Alt oder Super zusammen mit einer weiteren Taste.',
    onlyApp:
      'Im ganzen System gelten sie nur in der Desktop-App. Hier hält die Leertaste an, solange dieses Fenster vorne ist.',
  },
  startup: {
    title: 'Start',
    login: 'Beim Anmelden starten',
    loginNote: 'Verborgen und in Pause: Die Kamera bleibt zu, bis du es sagst.',
    onlyApp: 'Nur in der Desktop-App: Ohne Leiste gäbe es keinen Weg dorthin.',
    setup: 'Noch einmal einrichten',
  },
  service: {
    title: 'Andere Programme',
    run: 'Buchstaben, Haltungen und Videos für andere Programme lesen',
    runNote:
      'Über einen WebSocket, und nur für Programme auf diesem Computer. Wie sie fragen, sagt die README.',
    off: 'Aus.',
    starting: 'Startet …',
    running: (address: string) => `Läuft unter ${address}`,
    token: 'Programme zeigen das Token aus dieser Datei, die nur du lesen kannst:',
    copy: 'Namen der Datei kopieren',
    copied: 'Kopiert',
    failed: (reason: string) => `Läuft nicht. ${reason}`,
  },
  privacy: {
    title: 'Privatsphäre',
    points: [
      'Nichts verlässt diesen Computer. Beckon fragt bei keinem anderen an.',
      'Bilder werden angesehen und vergessen. Sie werden nie gespeichert.',
      'Pause heißt, dass die Kamera zu ist.',
      'Eine Aufzeichnung enthält die Gelenke deiner Hand und was getan wurde, nie ein Bild, und nur, wenn du sie beginnst.',
    ],
  },
} as const
