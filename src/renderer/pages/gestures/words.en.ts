export const gesturesEnglish = {
  title: 'Gestures',
  intro: (project: string) =>
    `What your hand does in the project “${project}”. Make a gesture: its bar fills, and acts past the line.`,
  control: 'Taking control',
  palm: 'Open palm, held',
  palmDoes: 'take control, and let go of it again',
  none: 'This project has no gestures of its own yet.',
  line: 'Acts from',
  edit: 'Change what they do',
  inProject: 'In this project',
  others: 'Others that there are',
  bind: 'Bind it',
  /** Of options that are chosen from a list. */
  choices: { 'open-hand': 'an open hand', any: 'any hand' } as Readonly<Record<string, string>>,
}
