import { inBackground } from '../../../contract/boundary/faults.ts'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { ProjectSummary } from '../../../contract/channels/app-state.ts'
import type { Unsubscribe } from '../../../contract/boundary/endpoints.ts'
import type { ProjectOrigin, TrustAnswer } from '../../../contract/channels/project-channels.ts'
import type { Settings } from '../../../contract/channels/settings.ts'
import type { StageProblem } from '../../../contract/channels/status.ts'
import { subscribe, notifyAll } from '../../../contract/boundary/subscribers.ts'
import type { Project } from '../../../core/project/project.ts'
import { restrictedParts, type RestrictedPart } from '../../../core/project/restricted-parts.ts'
import { createSerialQueue } from '../../../node/serial-queue.ts'
import { joinSaid, type Sentence } from '../../../core/sentence/sentence.ts'
import { lastGoodIn } from './last-good.ts'
import { parseProject, type ParsedProject } from './parse-project.ts'
import {
  EMPTY_FOLDER,
  readProjectFolder,
  type ProjectFolder,
  type StoredProject,
} from './project-folder.ts'
import { brokenFile, firstOf, inactiveFiles, unanswered } from './project-problems.ts'
import { fingerprintOf } from './project-fingerprint.ts'
import type { ProjectTrust } from './project-trust.ts'
import { projectSchema } from '../../../contract/project-file/project-schema.ts'
import { watchFolder } from '../../system/storage/watch-folder.ts'

/** Ids in the order of the list, and of shipped projects that were deleted. */
export type Arrangement = Pick<Settings, 'projectOrder' | 'hiddenProjects'>

/** The projects there are: those shipped, and the user's own, which stand in for shipped ones of the same id. */
export interface ProjectStore {
  /** In the user's order; those that are in none follow by name. */
  list(): readonly Project[]
  summaries(): readonly ProjectSummary[]
  get(id: string): Project | undefined
  entry(id: string): ProjectEntry | undefined
  /** Whether all of it may act: it has no restricted parts, was shipped with these, or somebody allowed exactly them. */
  isAllowed(project: Project): boolean
  /** Shipped ones that were deleted. */
  hidden(): readonly ProjectSummary[]
  /** What is wrong with files now, by file and line. Their last good versions stay in force. */
  problems(): readonly StageProblem[]
  /** Called after files changed on disk and were read, or the list has changed. */
  onChange(listener: (change: ProjectChange) => void): Unsubscribe
  /** Reads the folders now rather than when the system says that they changed. */
  read(): Promise<void>
  /** From now on in this order, and without these. */
  arrange(arrangement: Arrangement): void
  /** What was deleted or brought back, or is allowed now, is said anew. */
  rearranged(changedIds?: readonly string[]): void
  close(): void
}

/** A project and where it comes from. */
export interface ProjectEntry extends StoredProject {
  readonly origin: ProjectOrigin
  /** The user's file of it, whether it is there or not. */
  readonly path: string
  /** What is wrong with that file. */
  readonly problem: Sentence | undefined
  /** Its restricted parts, where they are off. */
  readonly withheld: readonly RestrictedPart[]
  /** What somebody said to them. */
  readonly answer: TrustAnswer | undefined
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
  readonly trust: Pick<ProjectTrust, 'answerOf'>
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
  readonly #parse: (text: string, id: string) => ParsedProject
  readonly #listeners = new Set<(change: ProjectChange) => void>()
  readonly #stops: readonly (() => void)[]
  readonly #inTurn = createSerialQueue()
  #shipped: ProjectFolder = EMPTY_FOLDER
  #own: ProjectFolder = EMPTY_FOLDER
  #projects: ReadonlyMap<string, StoredProject> = new Map()
  #arrangement: Arrangement = { projectOrder: [], hiddenProjects: [] }

  constructor(options: ProjectsOptions) {
    this.#options = options
    const schema = projectSchema(options.isKey)
    this.#parse = (text, id) => parseProject(text, id, schema)
    // Watched before they are read, so that no change falls in between.
    this.#stops = [options.shippedDir, options.userDir].map((folder) =>
      watchFolder(folder, () => inBackground('project', this.read())),
    )
  }

  /** One reading after another: two at once could leave the older one in force. */
  read(): Promise<void> {
    return this.#inTurn(() => this.#readNow())
  }

  list(): readonly Project[] {
    const { projectOrder } = this.#arrangement
    const place = new Map(projectOrder.map((id, index) => [id, index]))
    const placeOf = ({ id }: Project): number => place.get(id) ?? projectOrder.length
    const all = [...this.#projects.values()].map(({ project }) => project)
    return all
      .filter(({ id }) => !this.#isHidden(id))
      .toSorted((a, b) => placeOf(a) - placeOf(b) || a.name.localeCompare(b.name))
  }

  summaries(): readonly ProjectSummary[] {
    return this.list().map(({ id, name }) => ({ id, name }))
  }

  get(id: string): Project | undefined {
    return this.entry(id)?.project
  }

  entry(id: string): ProjectEntry | undefined {
    const stored = this.#projects.get(id)
    if (stored === undefined || this.#isHidden(id)) return undefined
    const path = join(this.#options.userDir, `${id}.json`)
    const isOwn = this.#own.projects.has(id)
    const isShipped = this.#shipped.projects.has(id)
    const isAllowed = this.isAllowed(stored.project)
    return {
      ...stored,
      path,
      withheld: isAllowed ? [] : restrictedParts(stored.project),
      answer: this.#options.trust.answerOf(stored.project),
      origin: isOwn ? (isShipped ? 'changed' : 'own') : 'shipped',
      problem: listedProblems(this.#own.problems.get(path)),
    }
  }

  isAllowed(project: Project): boolean {
    const fingerprint = fingerprintOf(project)
    if (fingerprint === undefined) return true
    const shipped = this.#shipped.projects.get(project.id)?.project
    if (shipped !== undefined && fingerprintOf(shipped) === fingerprint) return true
    return this.#options.trust.answerOf(project) === 'allowed'
  }

  hidden(): readonly ProjectSummary[] {
    return [...this.#projects.values()]
      .filter(({ project }) => this.#isHidden(project.id))
      .map(({ project: { id, name } }) => ({ id, name }))
  }

  problems(): readonly StageProblem[] {
    const files = [...this.#shipped.problems, ...this.#own.problems].map(brokenFile)
    return [files, inactiveFiles(this.#projects), this.#withheld()].flatMap(firstOf)
  }

  onChange(listener: (change: ProjectChange) => void): Unsubscribe {
    return subscribe(this.#listeners, listener)
  }

  arrange({ projectOrder, hiddenProjects }: Arrangement): void {
    const arrangement = { projectOrder, hiddenProjects }
    // It is part of what people chose, whose every change is followed.
    if (JSON.stringify(arrangement) === JSON.stringify(this.#arrangement)) return
    this.#arrangement = arrangement
    this.rearranged()
  }

  rearranged(changedIds: readonly string[] = []): void {
    this.#notify(changedIds)
  }

  close(): void {
    this.#listeners.clear()
    for (const stop of this.#stops) stop()
  }

  async #readNow(): Promise<void> {
    const { shippedDir, userDir } = this.#options
    const problemsBefore = JSON.stringify(this.problems())
    const parse = this.#parse
    this.#shipped = await readProjectFolder({ folder: shippedDir, parse }, this.#shipped)
    const own = { folder: userDir, parse, lastGood: lastGoodIn(userDir) }
    this.#own = await readProjectFolder(own, this.#own)
    const before = this.#projects
    this.#projects = new Map([...this.#shipped.projects, ...this.#own.projects])
    const changedIds = differingIds(before, this.#projects)
    if (changedIds.length === 0 && JSON.stringify(this.problems()) === problemsBefore) return
    this.#notify(changedIds)
  }

  #notify(changedIds: readonly string[]): void {
    const change = { changedIds, problems: this.problems() }
    notifyAll(this.#listeners, change)
  }

  /** Who writes a file of a deleted shipped one wants it back. */
  #isHidden(id: string): boolean {
    return this.#arrangement.hiddenProjects.includes(id) && !this.#own.projects.has(id)
  }

  /** Of projects that nobody has answered for; what somebody left off is no problem. */
  #withheld(): readonly StageProblem[] {
    const asked = this.list().filter(
      (project) => this.#options.trust.answerOf(project) === undefined && !this.isAllowed(project),
    )
    return asked.length === 0 ? [] : [unanswered(asked)]
  }
}

const listedProblems = (problems: readonly Sentence[] | undefined): Sentence | undefined =>
  problems && joinSaid(problems, '; ')

/** Comments and order of fields make no difference. */
function differingIds(
  before: ReadonlyMap<string, StoredProject>,
  after: ReadonlyMap<string, StoredProject>,
): string[] {
  const ids = new Set([...before.keys(), ...after.keys()])
  const isSame = (a: StoredProject | undefined, b: StoredProject | undefined): boolean =>
    a?.revision === b?.revision || JSON.stringify(a?.project) === JSON.stringify(b?.project)
  return [...ids].filter((id) => !isSame(before.get(id), after.get(id)))
}
