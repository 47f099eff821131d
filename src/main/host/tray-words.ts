import { inLanguages, type Said } from '../../contract/language.ts'

const english = {
  modes: { paused: '❚❚ Paused', watching: '○ Watching', engaged: '● Engaged' },
  pause: 'Pause',
  resume: 'Resume',
  open: 'Open window',
  quit: 'Quit Beckon',
} as const

const german: Said<typeof english> = {
  modes: { paused: '❚❚ Pause', watching: '○ Bereit', engaged: '● Aktiv' },
  pause: 'Pause',
  resume: 'Weiter',
  open: 'Fenster öffnen',
  quit: 'Beckon beenden',
}

/** What the tray says. */
export const trayWords = inLanguages({ en: english, de: german })
