/** What cannot be seen, or makes what stands beside it look different: control, format and bidirectional characters. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cn}\p{Cs}]/gu

/**
 * A text from outside as it is, for people and terminals: a line break is seen as ⏎, anything else that cannot be seen by its
 * number, for example `\u{202e}`. Nothing in it moves a cursor, and nothing turns round what follows.
 */
export const visibleText = (text: string): string =>
  text.replace(/\r\n|\n|\r/g, '⏎').replace(UNSEEN, (unseen) => `\\u{${hex(unseen)}}`)

const hex = (character: string): string => (character.codePointAt(0) ?? 0).toString(16)
