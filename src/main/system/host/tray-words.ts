import { inLanguages, type Said } from '../../../contract/words/language.ts'

const english = {
  modes: { paused: '❚❚ Paused', watching: '○ Watching', engaged: '● Engaged' },
  pause: 'Pause',
  resume: 'Resume',
  open: 'Open window',
  quit: 'Quit Beckon',
  staying: {
    title: 'Beckon goes on',
    text: 'It stays in the tray, and your hand keeps what control it had. Quit from the tray; start Beckon again to see its window.',
  },
} as const

const german: Said<typeof english> = {
  modes: { paused: '❚❚ Pause', watching: '○ Bereit', engaged: '● Aktiv' },
  pause: 'Pause',
  resume: 'Weiter',
  open: 'Fenster öffnen',
  quit: 'Beckon beenden',
  staying: {
    title: 'Beckon läuft weiter',
    text: 'Es bleibt in der Leiste, und deine Hand behält, was sie an Kontrolle hatte. Beende es von dort; starte Beckon neu, um sein Fenster zu sehen.',
  },
}

/** What the tray says. */
export const trayWords = inLanguages({ en: english, de: german })
