/** What the tray says. */
export const englishTray = {
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
