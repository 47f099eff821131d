import { inBackground } from '../../../contract/boundary/faults.ts'
import { createWriteStream, existsSync } from 'node:fs'
import { mkdir, open, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Writable } from 'node:stream'
import { finished } from 'node:stream/promises'
import type { z } from 'zod'
import type { Answer, DownlinkPayload } from '../../../contract/channels/channels.ts'
import { failed, ok, type Result } from '../../../contract/boundary/result.ts'
import { say } from '../../../contract/words/say.ts'
import type { Project } from '../../../core/project/project.ts'
import type { Sentence } from '../../../core/sentence/sentence.ts'
import { readUserFile, type UserFile } from '../../../node/user-file.ts'
import { MOST_RECORDING_BYTES } from './recording-line.ts'
import type { LettersInRecording } from './recordable-pipeline.ts'
import { decisionsOf } from './decisions.ts'
import { replayInSlices } from './replay.ts'
import { hearErrors } from '../../../node/hear-errors.ts'

export interface RecordingParts {
  readonly folder: string
  /** The file's lines from now on; answers how to stop. */
  readonly record: (write: (line: string) => void, letters: LettersInRecording) => () => void
  /** A recording that is begun now would hold what is signed. */
  readonly readsLetters: () => boolean
  readonly openFile: (path: string) => Promise<Writable>
  readonly nowMs: () => number
  readonly after: (delayMs: number, act: () => void) => () => void
  readonly publish: (status: RecordingStatus) => void
  /** That of a project file, in which recordings hold theirs. */
  readonly projectForm: z.ZodType<Project>
  /** Resolves when the process has done what else there is to do. */
  readonly rest: () => Promise<void>
}

interface Running {
  readonly name: string
  readonly sinceEpochMs: number
  /** Answers what went wrong while it was written, if anything did. */
  stop(): Promise<Sentence | undefined>
}

export type RecordingStatus = DownlinkPayload<'recording'>

/** One that people forgot must not fill the disk: five megabytes a minute. */
const LONGEST_MS = 10 * 60_000
/** A replay works for as long at a time: a fourth of a frame, so that the pointer goes on moving. */
const SLICE_MS = 8
const LETTERS_BEGAN = say(
  'The recording has ended: this project reads what is signed, and letters were not to be recorded.',
)
const NAME = /^[\w-]+$/

/** Records sessions into files, one at a time, and plays them again. */
export class Recorder {
  readonly #parts: RecordingParts
  #running: Running | undefined
  /** Between the question and the open file. */
  #isBeginning = false

  constructor(parts: RecordingParts) {
    this.#parts = parts
  }

  status(): RecordingStatus {
    if (this.#running === undefined) return this.#idle()
    const { name, sinceEpochMs } = this.#running
    return { kind: 'running', name, sinceEpochMs }
  }

  #idle(problem?: Sentence): RecordingStatus {
    return {
      kind: 'idle',
      ...(this.#parts.readsLetters() && { readsLetters: true }),
      ...(problem !== undefined && { problem }),
    }
  }

  /** `withLetters`: somebody was asked, and wants what is signed in it. */
  async start(withLetters = false): Promise<Result<{ name: string }>> {
    if (!withLetters && this.#parts.readsLetters()) {
      return failed(
        say(
          'Nothing is recorded: this project reads what is signed, and a recording would hold it.',
        ),
        say('Say that letters are to be recorded, or take another project.'),
      )
    }
    if (this.#running !== undefined || this.#isBeginning) {
      return failed(say('A recording is running already.'))
    }
    this.#isBeginning = true
    try {
      this.#running = await this.#begin(withLetters)
      this.#parts.publish(this.status())
      return ok({ name: this.#running.name })
    } catch (error) {
      return failed(say('The recording could not be begun: {}', String(error)))
    } finally {
      this.#isBeginning = false
    }
  }

  async #begin(withLetters: boolean): Promise<Running> {
    const { folder, record, nowMs, after, openFile } = this.#parts
    const sinceEpochMs = nowMs()
    await mkdir(folder, { recursive: true })
    const name = this.#freeName(sinceEpochMs)
    const file = await openFile(this.#path(name))
    const stopRecording = record((line) => void file.write(`${line}\n`), {
      areWanted: withLetters,
      // Not at once: it may be that nobody knows of this recording yet.
      onUnwanted: () => void after(0, () => inBackground('recordings', this.stop(LETTERS_BEGAN))),
    })
    const callOff = after(LONGEST_MS, () => inBackground('recordings', this.stop()))
    // A disk that is full in the middle: what is there stays, and can be replayed.
    file.on('error', () => inBackground('recordings', this.stop()))
    const stop = (): Promise<Sentence | undefined> => {
      callOff()
      stopRecording()
      file.end()
      return finished(file).then(
        () => undefined,
        (error: unknown) =>
          say('The recording ended early, it could not be written: {}', String(error)),
      )
    }
    return { name, sinceEpochMs, stop }
  }

  /** `why`: it was not somebody's wish. */
  async stop(why?: Sentence): Promise<Result<{ name: string; path: string }>> {
    const running = this.#running
    if (running === undefined) return failed(say('No recording is running.'))
    this.#running = undefined
    const problem = await running.stop()
    const told = problem ?? why
    this.#parts.publish(this.#idle(told))
    if (problem !== undefined) return failed(problem)
    return ok({ name: running.name, path: this.#path(running.name) })
  }

  async list(): Promise<Result<Answer<'listRecordings'>>> {
    const { folder } = this.#parts
    const names = await readdir(folder).catch((): string[] => [])
    const recordings = await Promise.all(
      names
        .filter((name) => name.endsWith('.jsonl'))
        .map(async (file) => {
          const found = await stat(join(folder, file)).catch(() => undefined)
          if (found?.isFile() !== true) return []
          const { size, mtimeMs } = found
          const name = file.replace(/\.jsonl$/, '')
          return [{ name, sizeBytes: size, changedAtEpochMs: Math.round(mtimeMs) }]
        }),
    )
    return ok({
      folder,
      recordings: recordings.flat().toSorted((a, b) => b.name.localeCompare(a.name)),
    })
  }

  async replay(name: string): Promise<Result<Answer<'replayRecording'>>> {
    const file = await this.#read(name)
    if (file === undefined || file.kind === 'missing') {
      return failed(say('This recording is no longer there.'))
    }
    if (file.kind !== 'read') return failed(say('{} cannot be read: {}', name, file.reason))
    const { text } = file
    const { projectForm, rest } = this.#parts
    const slices = { sliceMs: SLICE_MS, nowMs: () => performance.now(), rest }
    const result = await replayInSlices(text, projectForm, slices)
    if (!result.ok) return result
    const { steps, differsAt } = result.value
    const frames = steps.filter(({ call }) => call.call === 'step').length
    const { durationMs, decisions } = decisionsOf(result.value)
    return ok({ durationMs, frames, isSame: differsAt === undefined, decisions: [...decisions] })
  }

  async remove(name: string): Promise<Result<Record<never, never>>> {
    if (!NAME.test(name)) return failed(say('This recording is no longer there.'))
    if (this.#running?.name === name) await this.stop()
    await rm(this.#path(name), { force: true })
    return ok({})
  }

  async close(): Promise<void> {
    if (this.#running !== undefined) await this.stop()
  }

  #read(name: string): Promise<UserFile<string> | undefined> {
    if (!NAME.test(name)) return Promise.resolve(undefined)
    return readUserFile(this.#path(name), MOST_RECORDING_BYTES, (text) => ok(text))
  }

  #path(name: string): string {
    return join(this.#parts.folder, `${name}.jsonl`)
  }

  /** The moment it began; with a number where a clock that was set back gives it again. */
  #freeName(epochMs: number): string {
    const base = new Date(epochMs).toISOString().slice(0, 19).replaceAll(':', '-')
    let name = base
    for (let number = 2; existsSync(this.#path(name)); number += 1) name = `${base}-${number}`
    return name
  }
}

/** For the user alone; rejects when there is no room for it. */
export async function openRecordingFile(path: string): Promise<Writable> {
  await (await open(path, 'wx', 0o600)).close()
  return hearErrors(createWriteStream(path, { flags: 'a' }))
}
