import { failed, ok, type Result } from '../boundary/result.ts'
import { say } from '../words/say.ts'

export const MOST_NAME_CHARACTERS = 100
const MOST_ID_CHARACTERS = 64
/** Names that Windows keeps for devices, whatever follows their dot. */
const DEVICE = /^(con|prn|aux|nul|com\d|lpt\d)$/

/** A name as people typed it, fit to be shown: in one line, without what cannot be seen. */
export function cleanName(typed: string): Result<string> {
  const name = typed
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  if (name === '') return failed(say('A project needs a name.'))
  const { length } = [...name]
  if (length > MOST_NAME_CHARACTERS || name.length > 2 * MOST_NAME_CHARACTERS) {
    return failed(
      say('A name may have {} characters; this one has {}.', MOST_NAME_CHARACTERS, length),
      say('Choose a shorter one.'),
    )
  }
  return ok(name)
}

/** The same name, or with the first free number behind it. Case makes no difference. */
export function freeName(name: string, taken: Iterable<string>): string {
  const lower = new Set([...taken].map((one) => one.toLowerCase()))
  const base = name.replace(/ \d+$/, '')
  let free = name
  for (let number = 2; lower.has(free.toLowerCase()); number += 1) free = numberedName(base, number)
  return free
}

function numberedName(base: string, number: number): string {
  const end = ` ${number}`
  return [...base].slice(0, MOST_NAME_CHARACTERS - end.length).join('') + end
}

/** What the file is called: the name's letters in lower-case words joined by hyphens, or `project` where it has none. */
export function freeId(name: string, taken: ReadonlySet<string>): string {
  const words = name
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, MOST_ID_CHARACTERS - 8)
    .replace(/^-|-$/g, '')
  const base = words === '' || DEVICE.test(words) ? `project${words && '-'}${words}` : words
  let id = base
  for (let number = 2; taken.has(id); number += 1) id = `${base}-${number}`
  return id
}
