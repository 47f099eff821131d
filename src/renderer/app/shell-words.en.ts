/** What the frame around every page says. */
export const shellEnglish = {
  nav: 'Pages',
  loading: 'One moment.',
  toast: {
    switched: (name: string) => `Project “${name}”`,
    back: (name: string) => `Back to “${name}”`,
    dismiss: 'Close',
    wave: 'A swipe to the side takes it back.',
  },
  brokenPage: {
    title: 'This page could not be shown',
    text: 'The rest of Beckon goes on. Try it again, or go back to Live.',
    retry: 'Try again',
    back: 'Go to Live',
  },
} as const
