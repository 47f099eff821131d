import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Project } from '../../core/project/project.ts'
import type { ParsedProject } from './parse-project.ts'

/** The projects of one folder: each file's last good version, and what is wrong with the files that are broken now. */
export interface ProjectFolder {
  readonly projects: ReadonlyMap<string, Project>
  /** By path. */
  readonly problems: ReadonlyMap<string, readonly string[]>
}

export const EMPTY_FOLDER: ProjectFolder = { projects: new Map(), problems: new Map() }

/**
 * Reads a folder anew. A file that is broken, or that is being written just now, keeps its last good version; a file that
 * is gone takes its project with it. A folder that cannot be read is an empty one.
 */
export async function readProjectFolder(
  folder: string,
  before: ProjectFolder,
  parse: (text: string, id: string) => ParsedProject,
): Promise<ProjectFolder> {
  const names = await readdir(folder).catch((): string[] => [])
  const projects = new Map<string, Project>()
  const problems = new Map<string, readonly string[]>()
  for (const name of names.toSorted()) {
    const id = /^([^.].*)\.json$/.exec(name)?.[1]
    if (id === undefined) continue
    const path = join(folder, name)
    const parsed = await readFile(path, 'utf8').then(
      (text) => parse(text, id),
      (error: unknown): ParsedProject => ({
        ok: false,
        problems: [`cannot be read: ${reasonOf(error)}`],
      }),
    )
    const project = parsed.ok ? parsed.project : before.projects.get(id)
    if (project !== undefined) projects.set(id, project)
    if (!parsed.ok) problems.set(path, parsed.problems)
  }
  return { projects, problems }
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
