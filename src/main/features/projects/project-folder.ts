import { createHash } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { messageOf } from '../../../contract/boundary/error-message.ts'
import { ok } from '../../../contract/boundary/result.ts'
import { MOST_IMPORT_BYTES } from '../../../contract/channels/project-channels.ts'
import { say } from '../../../contract/words/say.ts'
import type { Project } from '../../../core/project/project.ts'
import { codeOf } from '../../../node/error-code.ts'
import { readUserFile } from '../../../node/user-file.ts'
import type { Sentence } from '../../../core/sentence/sentence.ts'
import type { LastGood } from './last-good.ts'
import type { ParsedProject } from './parse-project.ts'

/** As much as may be imported. */
const MOST_PROJECT_BYTES = MOST_IMPORT_BYTES
/** Ten times as many as anybody has; each of them is kept in memory, and shown. */
export const MOST_PROJECT_FILES = 500

/** A project with the text that it was read from. */
export interface StoredProject {
  readonly project: Project
  readonly text: string
  /** Changes with every byte of the text. */
  readonly revision: string
  readonly inactive: Extract<ParsedProject, { ok: true }>['inactive']
}

/** The projects of one folder: each file's last good version, and what is wrong with the files that are broken now. */
export interface ProjectFolder {
  readonly projects: ReadonlyMap<string, StoredProject>
  /** By path. */
  readonly problems: ReadonlyMap<string, readonly Sentence[]>
  /** Every file's text as it was read, whole or broken, by path. */
  readonly texts: ReadonlyMap<string, string>
}

export const EMPTY_FOLDER: ProjectFolder = {
  projects: new Map(),
  problems: new Map(),
  texts: new Map(),
}

export interface FolderReader {
  readonly folder: string
  readonly parse: (text: string, id: string) => ParsedProject
  /** Where last good versions are kept over restarts. */
  readonly lastGood?: LastGood
}

/**
 * Reads a folder anew; only files whose text has changed are parsed. A file that is broken, or that is being written just
 * now, keeps its last good version; a file that is gone takes its project with it. A folder that is not there is empty.
 */
export async function readProjectFolder(
  reader: FolderReader,
  before: ProjectFolder,
): Promise<ProjectFolder> {
  const { folder } = reader
  const projects = new Map<string, StoredProject>()
  const problems = new Map<string, readonly Sentence[]>()
  const texts = new Map<string, string>()
  const names = await readdir(folder).catch((error: unknown) => {
    if (codeOf(error) !== 'ENOENT') {
      problems.set(folder, [say('cannot be read: {}', messageOf(error))])
    }
    return []
  })
  const ids = names.toSorted().flatMap((name) => /^([^.]+)\.json$/s.exec(name)?.[1] ?? [])
  if (ids.length > MOST_PROJECT_FILES) {
    problems.set(folder, [
      say('it holds more than {} project files; the rest of them is not read', MOST_PROJECT_FILES),
    ])
  }
  for (const id of ids.slice(0, MOST_PROJECT_FILES)) {
    const path = join(folder, `${id}.json`)
    const read = await readProjectFile(path, id, reader, before)
    if (read.project !== undefined) projects.set(id, read.project)
    if (read.problems.length > 0) problems.set(path, read.problems)
    if (read.text !== undefined) texts.set(path, read.text)
  }
  return { projects, problems, texts }
}

interface ReadFile {
  readonly project: StoredProject | undefined
  readonly problems: readonly Sentence[]
  readonly text: string | undefined
}

async function readProjectFile(
  path: string,
  id: string,
  { parse, lastGood }: FolderReader,
  before: ProjectFolder,
): Promise<ReadFile> {
  const known = before.projects.get(id)
  const file = await readUserFile(path, MOST_PROJECT_BYTES, (text) => ok(text))
  if (file.kind !== 'read') {
    const project = known ?? (await lastGoodProject(id, parse, lastGood))
    const reason = file.kind === 'missing' ? say('it is not there') : file.reason
    return { project, problems: [say('cannot be read: {}', reason)], text: undefined }
  }
  const { text } = file
  if (before.texts.get(path) === text) {
    return { project: known, problems: before.problems.get(path) ?? [], text }
  }
  const parsed = parse(text, id)
  if (parsed.ok) {
    await lastGood?.store(id, text)
    return { project: storedProject(parsed, text), problems: [], text }
  }
  const project = known ?? (await lastGoodProject(id, parse, lastGood))
  return { project, problems: parsed.problems, text }
}

async function lastGoodProject(
  id: string,
  parse: FolderReader['parse'],
  lastGood: LastGood | undefined,
): Promise<StoredProject | undefined> {
  const text = await lastGood?.read(id)
  if (text === undefined) return undefined
  const parsed = parse(text, id)
  return parsed.ok ? storedProject(parsed, text) : undefined
}

function storedProject(
  { project, inactive }: Extract<ParsedProject, { ok: true }>,
  text: string,
): StoredProject {
  return { project, inactive, text, revision: revisionOf(text) }
}

export function revisionOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16)
}
