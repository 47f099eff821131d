/**
 * What a terminal would obey instead of showing it: control characters (C0, DEL, C1), and those that turn the direction of writing, so
 * that a line reads as another one.
 */

const OBEYED = /[\u0000-\u0008\u000a-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]/g

/** One line for a terminal: names of projects, windows, cameras and files come from anywhere. What it would obey is spelled out. */
export const printable = (text: string): string =>
  text.replaceAll(OBEYED, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`)

/** The same for text that is meant to have several lines. */
export const printableLines = (text: string): string => text.split('\n').map(printable).join('\n')
