export const gesturesEnglish = {
  title: 'Gestures',
  intro: (project: string) =>
    `What your hand does in the project “${project}”. Make a gesture: its bar fills, and acts past the line.`,
  control: 'Taking control',
  palm: 'Open palm, held',
  palmDoes: 'take control, and let go of it again',
  none: 'This project has no gestures of its own yet.',
  line: 'Acts from',
  /** Of a classifier whose limits calibrating a hand finds out. */
  fit: {
    hand: 'Fitted to your hand. A line that you move yourself holds in this project instead.',
    project: 'This project has lines of its own: the fit to your hand is not used here.',
  },
  /** What was accepted in shadow mode. */
  accepted: {
    score: (percent: number) =>
      `Only when at least ${percent} % sure, as you accepted in shadow mode.`,
    dwell: (seconds: string) => `Only when held for ${seconds} s, as you accepted in shadow mode.`,
    off: 'Switched off, as you accepted in shadow mode.',
  },
  edit: 'Change what they do',
  inProject: 'In this project',
  others: 'Others that there are',
  bind: 'Bind it',
}
