import { mkdir, readFile } from 'node:fs/promises'
import { basename, dirname } from 'node:path'
import type { z } from 'zod'
import { ok, type Result } from '../../contract/result.ts'
import { say } from '../../contract/say.ts'
import type { StageProblem } from '../../contract/status.ts'
import type { Sentence } from '../../core/sentence.ts'
import { explainWriteFailure } from './explain-write-failure.ts'
import { keepAside } from './keep-aside.ts'
import { writeAtomically } from './write-atomically.ts'

/** One JSON file that Beckon writes for itself: read once, then kept in step with what is in force. */
export interface KeptFile<Value> {
  current(): Value
  /** In force at once; answers when it is on disk, or why it is not. */
  change(value: Value): Promise<Result<Record<never, never>>>
  problems(): readonly StageProblem[]
}

/** `what` is what people lose with it, for example `Your calibration`. A broken file is kept aside, and `empty` holds. */
export async function openKeptFile<Value>(parts: {
  readonly path: string
  readonly schema: z.ZodType<Value>
  readonly empty: Value
  readonly what: Sentence
}): Promise<KeptFile<Value>> {
  const { path, what } = parts
  const read = await readKept(parts)
  let current = read.value
  let isUnread = read.isUnread === true
  let writing: Promise<unknown> = Promise.resolve()

  const write = async (): Promise<Result<Record<never, never>>> => {
    try {
      await mkdir(dirname(path), { recursive: true })
      // Nobody has seen what is in it: it must not be lost to what is written now.
      if (isUnread) await keepAside(path)
      isUnread = false
      await writeAtomically(path, `${JSON.stringify(current)}\n`)
      return ok({})
    } catch (error) {
      const lost = say('{} holds until Beckon ends, but could not be remembered', what)
      return explainWriteFailure(lost, dirname(path), error)
    }
  }
  return {
    current: () => current,
    change(value) {
      current = value
      const written = writing.then(write)
      writing = written
      return written
    },
    problems: () => read.problems,
  }
}

interface Read<Value> {
  readonly value: Value
  readonly problems: readonly StageProblem[]
  /** There is a file that the system would not let us read. */
  readonly isUnread?: true
}

async function readKept<Value>(parts: {
  readonly path: string
  readonly schema: z.ZodType<Value>
  readonly empty: Value
  readonly what: Sentence
}): Promise<Read<Value>> {
  const { path, schema, empty, what } = parts
  let text: string
  try {
    text = await readFile(path, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') {
      return { value: empty, problems: [] }
    }
    const message = say('{} cannot be read ({}): {}', what, basename(path), String(error))
    return { value: empty, problems: [problem(message)], isUnread: true }
  }
  try {
    return { value: schema.parse(JSON.parse(text)), problems: [] }
  } catch {
    const aside = await keepAside(path)
    const message = say('{} was not readable and starts afresh; the old file is {}.', what, aside)
    return { value: empty, problems: [problem(message)] }
  }
}

const problem = (message: Sentence): StageProblem => ({
  stage: 'host',
  severity: 'low',
  message,
})
