import { mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { z } from 'zod'
import { ok, type Result } from '../../../contract/boundary/result.ts'
import type { StageProblem } from '../../../contract/channels/status.ts'
import type { Sentence } from '../../../core/sentence/sentence.ts'
import { createSerialQueue } from '../../../node/serial-queue.ts'
import { parseUserJson, readUserFile } from '../../../node/user-file.ts'
import { explainWriteFailure } from './explain-write-failure.ts'
import { quarantine } from './quarantine.ts'
import { writeAtomically } from './write-atomically.ts'

/** A value in a JSON file that Beckon writes for itself: read once, then kept in step with what is in force. */
export interface PersistedValue<Value> {
  current(): Value
  /** In force at once; answers when it is on disk, or why it is not. */
  change(value: Value): Promise<Result<Record<never, never>>>
  /** What was wrong with the file when it was read. */
  problems(): readonly StageProblem[]
  /** Resolves when nothing waits to be written any more. */
  settled(): Promise<void>
}

export interface PersistedParts<Value> {
  /** Ends in `.json`. */
  readonly path: string
  readonly schema: z.ZodType<Value>
  /** Holds at the first start, and where the file is broken or cannot be read. */
  readonly empty: Value
  readonly words: PersistedWords
  /** For files that people read, too; when left out, it is one line. */
  readonly indentSpaces?: number
}

/** What people are told of a value that matters to them. */
export interface PersistedWords {
  /** The system does not let us read the file. */
  readonly unread: (reason: Sentence) => Sentence
  /** It was broken and is kept aside under this name. */
  readonly broken: (aside: string) => Sentence
  /** The beginning of a sentence: the value holds, and could not be written. */
  readonly unwritten: Sentence
}

/** Opens it. A broken file is kept aside under another name; one that cannot be read, before it is written over. */
export async function openPersistedValue<Value>(
  parts: PersistedParts<Value>,
): Promise<PersistedValue<Value>> {
  const { path, words, indentSpaces } = parts
  const inTurn = createSerialQueue()
  const read = await readValue(parts)
  let current = read.value
  let { isUnread } = read

  const write = async (): Promise<Result<Record<never, never>>> => {
    try {
      await mkdir(dirname(path), { recursive: true })
      // Nobody has seen what is in it: it must not be lost to what is written now.
      if (isUnread) await quarantine(path)
      isUnread = false
      await writeAtomically(path, `${JSON.stringify(current, null, indentSpaces)}\n`)
      return ok({})
    } catch (error) {
      return explainWriteFailure(words.unwritten, dirname(path), error)
    }
  }
  return {
    current: () => current,
    change: (value) => {
      current = value
      return inTurn(write)
    },
    problems: () => read.problems,
    settled: () => inTurn(() => undefined),
  }
}

interface ReadValue<Value> {
  readonly value: Value
  readonly problems: readonly StageProblem[]
  /** There is a file that the system would not let us read. */
  readonly isUnread: boolean
}

/** Far more than any of them grows to. */
const MOST_BYTES = 4 * 1024 * 1024

async function readValue<Value>(parts: PersistedParts<Value>): Promise<ReadValue<Value>> {
  const { path, schema, empty, words } = parts
  const file = await readUserFile(path, MOST_BYTES, (text) => {
    const json = parseUserJson(text)
    return json.ok ? ok(schema.parse(json.value)) : json
  })
  switch (file.kind) {
    case 'read':
      return { value: file.value, problems: [], isUnread: false }
    case 'missing':
      // The first start.
      return { value: empty, problems: [], isUnread: false }
    case 'unreadable':
      return { value: empty, problems: [problemOf(words.unread(file.reason))], isUnread: true }
    case 'broken': {
      const problems = [problemOf(words.broken(await quarantine(path)))]
      return { value: empty, problems, isUnread: false }
    }
  }
}

const problemOf = (message: Sentence): StageProblem => ({ stage: 'host', severity: 'low', message })
