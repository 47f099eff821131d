import type { Said } from '../../contract/words/language.ts'
import type { shellEnglish } from './shell-words.en.ts'

export const shellGerman: Said<typeof shellEnglish> = {
  nav: 'Seiten',
  loading: 'Einen Moment.',
  toast: {
    switched: (name) => `Projekt „${name}“`,
    back: (name) => `Zurück zu „${name}“`,
    dismiss: 'Schließen',
    wave: 'Ein Wischen zur Seite nimmt es zurück.',
  },
  brokenPage: {
    title: 'Diese Seite konnte nicht gezeigt werden',
    text: 'Der Rest von Beckon läuft weiter. Versuch es noch einmal, oder geh zurück zu Live.',
    retry: 'Noch einmal versuchen',
    back: 'Zu Live',
  },
}
