import type { ControlCommand } from './command.ts'

export const BECKON_HELP = `Tells the Beckon that runs what to do.

  beckon switch NAME     go on in this project
  beckon projects        which there are, and what of them is off until you allow it in the window
  beckon pause           close the camera
  beckon resume          open it and watch
  beckon status          what it is doing
  --json                 the answer as JSON
  --help                 this text

Ends with 0 when done, 1 when it could not be done, 2 when the command is none, 3 when Beckon does not run.
`

export type BeckonCall =
  | { readonly kind: 'help' }
  | { readonly kind: 'problem'; readonly text: string }
  | { readonly kind: 'tell'; readonly command: ControlCommand; readonly asJson: boolean }

/** Reads the arguments of `beckon`. A name may be several words, with quotes or without. */
export function parseBeckonCall(argv: readonly string[]): BeckonCall {
  if (argv.includes('--help') || argv.length === 0) return { kind: 'help' }
  const asJson = argv.includes('--json')
  const [verb = '', ...words] = argv.filter((word) => word !== '--json')
  switch (verb) {
    case 'switch':
      if (words.length === 0) return wrongUse('"switch" needs the name of a project.')
      return { kind: 'tell', command: { kind: 'switch', project: words.join(' ') }, asJson }
    case 'pause':
    case 'resume':
    case 'status':
    case 'projects':
      if (words.length > 0) return wrongUse(`"${verb}" takes nothing more.`)
      return { kind: 'tell', command: { kind: verb }, asJson }
    default:
      return wrongUse(`There is no command "${verb}".`)
  }
}

const wrongUse = (text: string): BeckonCall => ({
  kind: 'problem',
  text: `${text}\n\n${BECKON_HELP}`,
})
