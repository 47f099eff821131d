import { constants } from 'node:fs'
import { open, stat, type FileHandle } from 'node:fs/promises'
import { failed, ok, type Result } from '../contract/boundary/result.ts'
import { saidBy, SaidError } from '../contract/words/said-error.ts'
import { say } from '../contract/words/say.ts'
import type { Sentence } from '../core/sentence/sentence.ts'
import { codeOf } from './error-code.ts'

/** What came of reading a file that anybody may have put there. */
export type UserFile<Value> =
  | { readonly kind: 'read'; readonly value: Value; readonly text: string }
  | { readonly kind: 'missing' }
  /** The system keeps us from it, or it is no ordinary file. */
  | { readonly kind: 'unreadable'; readonly reason: Sentence }
  /** It was read, at least in part, and is none of its kind. */
  | { readonly kind: 'broken'; readonly reason: Sentence }

/** Deeper is no file of ours; the deepest, a project, has seven levels. */
export const MOST_JSON_DEPTH = 32
const CHUNK_BYTES = 256 * 1024

/**
 * Reads a file of the user's: the one way to do so. Ordinary files only, also behind a link, so that none waits or never ends;
 * no larger than `mostBytes`, before it is parsed; in UTF-8. Never rejects, whatever `parse` does.
 */
export async function readUserFile<Value>(
  path: string,
  mostBytes: number,
  parse: (text: string) => Result<Value>,
): Promise<UserFile<Value>> {
  let text: string
  try {
    const bytes = await bytesOf(path, mostBytes)
    if (bytes === undefined) {
      return { kind: 'broken', reason: say('it is larger than {} KB', Math.ceil(mostBytes / 1024)) }
    }
    text = asUtf8(bytes)
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return { kind: 'missing' }
    if (error instanceof TypeError) return { kind: 'broken', reason: say('it is not in UTF-8') }
    return { kind: 'unreadable', reason: saidBy(error) }
  }
  const parsed = attemptParse(() => parse(text))
  return parsed.ok
    ? { kind: 'read', value: parsed.value, text }
    : { kind: 'broken', reason: parsed.problem.message }
}

/** A parser may throw at what nobody thought of, or run out of stack; nobody else's work is to end by it. */
export function attemptParse<Value>(parse: () => Result<Value>): Result<Value> {
  try {
    return parse()
  } catch (error) {
    return failed(say('it cannot be understood: {}', saidBy(error)))
  }
}

/** JSON as it stands in a file of the user's. */
export const parseUserJson = (text: string): Result<unknown> =>
  attemptParse(() => (isTooDeep(text) ? failed(tooDeep()) : ok(JSON.parse(text) as unknown)))

export const tooDeep = (): Sentence => say('it is nested deeper than {} levels', MOST_JSON_DEPTH)

/** Of JSON without comments. Texts are passed over: brackets in them open nothing. */
function isTooDeep(text: string): boolean {
  let depth = 0
  let isInText = false
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at]
    if (isInText) {
      if (character === '\\') at += 1
      else if (character === '"') isInText = false
    } else if (character === '"') isInText = true
    else if (character === '[' || character === '{') depth += 1
    else if (character === ']' || character === '}') depth -= 1
    if (depth > MOST_JSON_DEPTH) return true
  }
  return false
}

/** Undefined: there are more. */
async function bytesOf(path: string, mostBytes: number): Promise<Buffer | undefined> {
  // Asked before it is opened, too: opening alone does something to some devices.
  if (!(await stat(path)).isFile()) throw new SaidError(say('it is no ordinary file'))
  // What has become a pipe since then must not be waited for.
  const file = await open(path, constants.O_RDONLY | constants.O_NONBLOCK)
  try {
    const { size } = await ordinary(file)
    return size > mostBytes ? undefined : await allOf(file, mostBytes)
  } finally {
    await file.close()
  }
}

async function ordinary(file: FileHandle): Promise<{ readonly size: number }> {
  const found = await file.stat()
  if (!found.isFile()) throw new SaidError(say('it is no ordinary file'))
  return found
}

/** Counted as it is read: some files are longer than they say. */
async function allOf(file: FileHandle, mostBytes: number): Promise<Buffer | undefined> {
  const chunks: Buffer[] = []
  for (let length = 0; ;) {
    const { bytesRead, buffer } = await file.read(Buffer.allocUnsafe(CHUNK_BYTES))
    if (bytesRead === 0) return Buffer.concat(chunks)
    length += bytesRead
    if (length > mostBytes) return undefined
    chunks.push(buffer.subarray(0, bytesRead))
  }
}

/** Throws a TypeError at what is not. A byte order mark stays, for who writes the text again. */
const asUtf8 = (bytes: Buffer): string =>
  new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
