export const shellGerman = {
  nav: 'Seiten',
  loading: 'Einen Moment.',
  toast: {
    switched: (name: string) => `Projekt „${name}“`,
    back: (name: string) => `Zurück zu „${name}“`,
    dismiss: 'Schließen',
    wave: 'Ein Wischen zur Seite nimmt es zurück.',
  },
  brokenPage: {
    title: 'Diese Seite konnte nicht gezeigt werden',
    text: 'Der Rest von Beckon läuft weiter. Versuch es noch einmal, oder geh zurück zu Live.',
    retry: 'Noch einmal versuchen',
    back: 'Zu Live',
  },
} as const
