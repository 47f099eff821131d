import { mkdir } from 'node:fs/promises'
import { basename } from 'node:path'
import type { ProjectSummary } from '../../contract/app-state.ts'
import type { Unsubscribe } from '../../contract/ends.ts'
import type { StageProblem } from '../../contract/status.ts'
import type { Project } from '../../core/project/project.ts'
import { parseProject } from './parse-project.ts'
import { EMPTY_FOLDER, readProjectFolder, type ProjectFolder } from './project-folder.ts'
import { projectSchema } from './project-schema.ts'
import { watchFolder } from './watch-folder.ts'

/** The projects there are: those shipped, and the user's own, which stand in for shipped ones of the same id. */
export interface ProjectStore {
  /** By name. */
  list(): readonly Project[]
  summaries(): readonly ProjectSummary[]
  get(id: string): Project | undefined
  /** What is wrong with files now, by file and line. Their last good versions stay in force. */
  problems(): readonly StageProblem[]
  /** Called after files changed on disk and were read. */
  onChange(listener: (change: ProjectChange) => void): Unsubscribe
  close(): void
}

export interface ProjectChange {
  /** Projects that are new, different or gone. */
  readonly changedIds: readonly string[]
  /** All that is wrong now. */
  readonly problems: readonly StageProblem[]
}

export interface ProjectsOptions {
  readonly shippedDir: string
  /** Made when it is not there. */
  readonly userDir: string
  /** Key names that bindings may use. */
  readonly isKey: (name: string) => boolean
}

export async function openProjects(options: ProjectsOptions): Promise<ProjectStore> {
  // Without a place of their own, people still have the shipped projects.
  await mkdir(options.userDir, { recursive: true }).catch(() => undefined)
  const store = new FolderStore(options)
  await store.read()
  return store
}

class FolderStore implements ProjectStore {
  readonly #options: ProjectsOptions
  readonly #schema: ReturnType<typeof projectSchema>
  readonly #listeners = new Set<(change: ProjectChange) => void>()
  readonly #stops: readonly (() => void)[]
  #shipped: ProjectFolder = EMPTY_FOLDER
  #own: ProjectFolder = EMPTY_FOLDER
  #projects: ReadonlyMap<string, Project> = new Map()
  #reading: Promise<void> = Promise.resolve()

  constructor(options: ProjectsOptions) {
    this.#options = options
    this.#schema = projectSchema(options.isKey)
    // Watched before they are read, so that no change falls in between.
    this.#stops = [options.shippedDir, options.userDir].map((folder) =>
      watchFolder(folder, () => void this.read()),
    )
  }

  /** One reading after another: two at once could leave the older one in force. */
  read(): Promise<void> {
    this.#reading = this.#reading.then(() => this.#readNow())
    return this.#reading
  }

  list(): readonly Project[] {
    return [...this.#projects.values()].toSorted((a, b) => a.name.localeCompare(b.name))
  }

  summaries(): readonly ProjectSummary[] {
    return this.list().map(({ id, name }) => ({ id, name }))
  }

  get(id: string): Project | undefined {
    return this.#projects.get(id)
  }

  problems(): readonly StageProblem[] {
    return [...this.#shipped.problems, ...this.#own.problems].map(([path, problems]) => ({
      stage: 'project',
      severity: 'medium',
      message: `${basename(path)}, ${problems.join('; ')}`.slice(0, 2000),
      fix: `Mend ${path}; until then its last good version is in force, if there was one.`.slice(
        0,
        2000,
      ),
    }))
  }

  onChange(listener: (change: ProjectChange) => void): Unsubscribe {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }

  close(): void {
    this.#listeners.clear()
    for (const stop of this.#stops) stop()
  }

  async #readNow(): Promise<void> {
    const parse = (text: string, id: string) => parseProject(text, id, this.#schema)
    const { shippedDir, userDir } = this.#options
    const problemsBefore = JSON.stringify(this.problems())
    this.#shipped = await readProjectFolder(shippedDir, this.#shipped, parse)
    this.#own = await readProjectFolder(userDir, this.#own, parse)
    const before = this.#projects
    this.#projects = new Map([...this.#shipped.projects, ...this.#own.projects])
    const changedIds = differingIds(before, this.#projects)
    const problems = this.problems()
    if (changedIds.length === 0 && JSON.stringify(problems) === problemsBefore) return
    for (const listener of this.#listeners) listener({ changedIds, problems })
  }
}

function differingIds(
  before: ReadonlyMap<string, Project>,
  after: ReadonlyMap<string, Project>,
): string[] {
  const ids = new Set([...before.keys(), ...after.keys()])
  return [...ids].filter((id) => JSON.stringify(before.get(id)) !== JSON.stringify(after.get(id)))
}
