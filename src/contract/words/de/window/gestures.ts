export const gesturesGerman = {
  title: 'Gesten',
  intro: (project: string) =>
    `Was deine Hand im Projekt „${project}“ tut. Mach eine Geste: Ihr Balken füllt sich, ab der Linie wirkt sie.`,
  control: 'Übernehmen',
  palm: 'Offene Hand, gehalten',
  palmDoes: 'übernimmt die Kontrolle und gibt sie wieder ab',
  none: 'Dieses Projekt hat noch keine eigenen Gesten.',
  line: 'Wirkt ab',
  fit: {
    hand: 'An deine Hand angepasst. Eine Linie, die du selbst verschiebst, gilt stattdessen in diesem Projekt.',
    project: 'Dieses Projekt hat eigene Linien: Die Anpassung an deine Hand gilt hier nicht.',
  },
  accepted: {
    score: (percent: number) =>
      `Nur wenn mindestens ${percent} % sicher, wie im Schattenbetrieb angenommen.`,
    dwell: (seconds: string) =>
      `Nur wenn ${seconds} s gehalten, wie im Schattenbetrieb angenommen.`,
    off: 'Abgeschaltet, wie im Schattenbetrieb angenommen.',
  },
  edit: 'Ändern, was sie tun',
  inProject: 'In diesem Projekt',
  others: 'Andere, die es gibt',
  bind: 'Belegen',
} as const
