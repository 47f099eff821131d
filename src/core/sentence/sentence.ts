/**
 * What is said to people, as data: English where it comes about, with `{}` for what differs. A terminal joins it
 * (`inEnglish`); a window looks the template up in its own language. Nobody has to take a sentence apart again.
 */
export interface Sentence {
  readonly template: string
  /** One for each gap, in order. Texts and numbers are the same in every language; a sentence is not. */
  readonly args: readonly SentenceArg[]
}

export type SentenceArg = string | number | Sentence

/** One argument for each gap of a template. */
export type Gaps<Template extends string> = Template extends `${string}{}${infer Rest}`
  ? [SentenceArg, ...Gaps<Rest>]
  : []

/** Says one of the known sentences. One that is not among them, or that is given other gaps, does not compile. */
export type Say<Known extends string> = <Template extends Known>(
  template: Template,
  ...args: Gaps<Template>
) => Sentence

/** Longer is cut: what others say, ffmpeg for one, may be of any length. */
export const MOST_ARG_CHARACTERS = 2000

/** What a `Say` is made of. Whoever says something takes the `say` of their room, which knows the sentences. */
export const sentence = (template: string, ...args: readonly SentenceArg[]): Sentence => ({
  template,
  args: args.map(sendable),
})

/** Words of others, the same in every language: a library's error, a name, a file. Our own belong into `say`. */
export const verbatim = (text: string): Sentence => sentence(GAP, text)

/** What to type, for example `npm run models`: the same in every language. */
export const toType = (text: string): Sentence => sentence(GAP, text)

/** What is read on the terminal, in logs and by other programs alone, which get English. */
export const onlyEnglish = (text: string): Sentence => sentence(GAP, text)

/** Several beside each other, for example `line 3: ...; line 8: ...`. */
export const joinSaid = (sentences: readonly Sentence[], separator: string): Sentence =>
  sentence(sentences.map(() => GAP).join(separator), ...sentences)

const GAP = '{}'

/** What stands around a template's gaps: one more than there are gaps. */
export const literalsOf = (template: string): readonly string[] => template.split(GAP)

/** As the terminal, logs and other programs have it. */
export const inEnglish = (said: Sentence): string =>
  literalsOf(said.template)
    .map((literal, index) => (index === 0 ? '' : englishArg(said.args[index - 1])) + literal)
    .join('')

const englishArg = (arg: SentenceArg = ''): string =>
  typeof arg === 'object' ? inEnglish(arg) : String(arg)

/** Within what may cross a boundary, where a number that is none would be lost. */
function sendable(arg: SentenceArg): SentenceArg {
  if (typeof arg === 'number' && !Number.isFinite(arg)) return String(arg)
  const isLong = typeof arg === 'string' && arg.length > MOST_ARG_CHARACTERS
  return isLong ? `${arg.slice(0, MOST_ARG_CHARACTERS - 1)}…` : arg
}
