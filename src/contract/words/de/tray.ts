import type { Said } from '../said.ts'
import type { englishTray } from '../en/tray.ts'

export const germanTray: Said<typeof englishTray> = {
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
