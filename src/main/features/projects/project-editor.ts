import type { z } from 'zod'
import type { ProjectSummary } from '../../../contract/channels/app-state.ts'
import { MOST_IMPORT_BYTES } from '../../../contract/channels/project-channels.ts'
import type {
  InactiveBinding,
  OpenProject,
  SavedProject,
} from '../../../contract/channels/project-channels.ts'
import { failed, ok, type Result } from '../../../contract/boundary/result.ts'
import { say } from '../../../contract/words/say.ts'
import type { Project } from '../../../core/project/project.ts'
import { createSerialQueue } from '../../../node/serial-queue.ts'
import { joinSaid } from '../../../core/sentence/sentence.ts'
import { blankProject } from './blank-project.ts'
import { checkEdit } from './check-edit.ts'
import { deletedProjects, type DeletedProjects } from './deleted-projects.ts'
import { inactiveBindings, parseProject } from './parse-project.ts'
import { cleanName, freeId, freeName } from '../../../contract/project-file/project-name.ts'
import { projectSchema } from '../../../contract/project-file/project-schema.ts'
import type { Arrangement, ProjectEntry, ProjectStore } from './project-store.ts'
import { ProjectFiles } from './project-files.ts'
import { projectText } from './project-text.ts'
import { RemovedProjects } from './removed-projects.ts'

type Nothing = Record<never, never>

/** Changes projects for the window. One change after another, each written whole or not at all; failures are words. */
export interface ProjectEditor {
  read(id: string): Result<OpenProject>
  create(name: string): Promise<Result<{ id: string }>>
  duplicate(id: string): Promise<Result<{ id: string }>>
  save(project: unknown, revision: string): Promise<Result<SavedProject>>
  rename(id: string, name: string): Promise<Result<Nothing>>
  move(id: string, toIndex: number): Promise<Result<Nothing>>
  /** The file is kept for a while; `undo` is what brings it back during this run. */
  remove(id: string): Promise<Result<{ undo: string }>>
  reset(id: string): Promise<Result<{ undo: string }>>
  undo(undo: string): Promise<Result<{ id: string }>>
  /** What was deleted, now or in an earlier run, and can still be had back by `restore`. */
  deleted(): Promise<Result<{ projects: ProjectSummary[] }>>
  restore(id: string): Promise<Result<{ id: string }>>
  exportText(id: string): Result<{ fileName: string; text: string }>
  importText(
    fileName: string,
    text: string,
  ): Promise<Result<{ id: string; name: string; inactive: InactiveBinding[] }>>
}

export interface ProjectEditorParts {
  readonly store: ProjectStore
  readonly userDir: string
  readonly isKey: (name: string) => boolean
  /** Where the arrangement is kept, which the store follows. */
  readonly settings: {
    current(): Arrangement
    change(part: Partial<Arrangement>): Promise<Result<Nothing>>
  }
}

export function createProjectEditor(parts: ProjectEditorParts): ProjectEditor {
  return new FolderEditor(parts)
}

class FolderEditor implements ProjectEditor {
  readonly #store: ProjectStore
  readonly #files: ProjectFiles
  readonly #schema: z.ZodType<Project>
  readonly #settings: ProjectEditorParts['settings']
  readonly #removed: RemovedProjects
  readonly #deleted: DeletedProjects
  readonly #inTurn = createSerialQueue()

  constructor({ store, userDir, isKey, settings }: ProjectEditorParts) {
    this.#store = store
    this.#files = new ProjectFiles(userDir)
    this.#schema = projectSchema(isKey)
    this.#settings = settings
    this.#removed = new RemovedProjects(userDir)
    this.#deleted = deletedProjects(userDir, this.#schema)
  }

  read(id: string): Result<OpenProject> {
    const entry = this.#store.entry(id)
    return entry === undefined ? projectGone() : ok(openProjectView(entry))
  }

  create(name: string): Promise<Result<{ id: string }>> {
    return this.#inTurn(async () => {
      const clean = cleanName(name)
      if (!clean.ok) return clean
      const free = this.#freeIdAndName(clean.value)
      return this.#addProject(this.#schema.parse(blankProject(free.id, free.name)))
    })
  }

  duplicate(id: string): Promise<Result<{ id: string }>> {
    return this.#inTurn(async () => {
      const entry = this.#store.entry(id)
      if (entry === undefined) return projectGone()
      return this.#addProject({ ...entry.project, ...this.#freeIdAndName(entry.project.name) })
    })
  }

  save(project: unknown, revision: string): Promise<Result<SavedProject>> {
    return this.#inTurn(async () => {
      const edit = checkEdit(project, this.#schema, this.#store.list())
      if (!edit.ok) return ok({ kind: 'refused', problems: edit.problems })
      // An editor may have written the file a moment ago.
      await this.#store.read()
      const entry = this.#store.entry(edit.project.id)
      if (entry === undefined) return projectGone()
      if (entry.revision !== revision) return ok({ kind: 'conflict', now: openProjectView(entry) })
      return this.#overwrite(entry, edit.project)
    })
  }

  rename(id: string, name: string): Promise<Result<Nothing>> {
    return this.#inTurn(async () => {
      const entry = this.#store.entry(id)
      if (entry === undefined) return projectGone()
      const clean = cleanName(name)
      if (!clean.ok) return clean
      const edit = checkEdit(
        { ...entry.project, name: clean.value },
        this.#schema,
        this.#store.list(),
      )
      if (!edit.ok) return failed(edit.problems[0]?.message ?? say('This name cannot be used.'))
      const saved = await this.#overwrite(entry, edit.project)
      return saved.ok ? ok({}) : saved
    })
  }

  move(id: string, toIndex: number): Promise<Result<Nothing>> {
    return this.#inTurn(async () => {
      if (this.#store.entry(id) === undefined) return projectGone()
      const others = this.#order().filter((one) => one !== id)
      const behind = this.#ids().filter((one) => one !== id)[toIndex]
      const at = behind === undefined ? others.length : others.indexOf(behind)
      return this.#settings.change({ projectOrder: others.toSpliced(at, 0, id) })
    })
  }

  remove(id: string): Promise<Result<{ undo: string }>> {
    return this.#inTurn(async () => {
      const entry = this.#store.entry(id)
      if (entry === undefined) return projectGone()
      if (this.#ids().length === 1)
        return failed(say('This is the last project; there has to be one.'))
      const isShipped = entry.origin !== 'own'
      const projectOrder = this.#order()
      const put = await this.#moveToTrash(entry, isShipped)
      if (!put.ok) return put
      const { hiddenProjects } = this.#settings.current()
      const hidden = isShipped ? [...hiddenProjects, id] : hiddenProjects
      const arranged = await this.#settings.change({ projectOrder, hiddenProjects: hidden })
      if (arranged.ok) return put
      await this.#removed.bringBack(put.value.undo)
      await this.#store.read()
      return arranged
    })
  }

  reset(id: string): Promise<Result<{ undo: string }>> {
    return this.#inTurn(async () => {
      const entry = this.#store.entry(id)
      if (entry === undefined) return projectGone()
      if (entry.origin === 'own')
        return failed(say('This project is your own; it was never shipped.'))
      return this.#moveToTrash(entry, false)
    })
  }

  undo(undo: string): Promise<Result<{ id: string }>> {
    return this.#inTurn(async () => {
      const back = await this.#removed.bringBack(undo)
      if (!back.ok) return back
      const { id, wasHidden } = back.value
      return this.#showAgain(id, wasHidden)
    })
  }

  async deleted(): Promise<Result<{ projects: ProjectSummary[] }>> {
    const isThere = new Set(this.#ids())
    const all = [...(await this.#deleted.list()), ...this.#store.hidden()]
    const projects = new Map(all.toReversed().map((one) => [one.id, one]))
    return ok({ projects: [...projects.values()].filter(({ id }) => !isThere.has(id)) })
  }

  restore(id: string): Promise<Result<{ id: string }>> {
    return this.#inTurn(async () => {
      if (this.#store.entry(id) !== undefined) return ok({ id })
      const wasHidden = this.#settings.current().hiddenProjects.includes(id)
      const back = await this.#deleted.bringBack(id)
      if (!back.ok) return back
      return back.value || wasHidden ? this.#showAgain(id, wasHidden) : projectGone()
    })
  }

  exportText(id: string): Result<{ fileName: string; text: string }> {
    const entry = this.#store.entry(id)
    if (entry === undefined) return projectGone()
    return ok({ fileName: `${id}.json`, text: projectText(entry.project) })
  }

  importText(
    fileName: string,
    text: string,
  ): Promise<Result<{ id: string; name: string; inactive: InactiveBinding[] }>> {
    return this.#inTurn(async () => {
      if (Buffer.byteLength(text) > MOST_IMPORT_BYTES) {
        return failed(say('{} is too large to be a project.', fileName))
      }
      const parsed = parseProject(text, undefined, this.#schema)
      const help = say('It has to be a JSON file that Beckon exported, or one of the same form.')
      if (!parsed.ok) return failed(say('{}, {}', fileName, joinSaid(parsed.problems, '; ')), help)
      const clean = cleanName(parsed.project.name)
      if (!clean.ok) return clean
      const { id, name } = this.#freeIdAndName(clean.value)
      const added = await this.#addProject({ ...parsed.project, id, name })
      return added.ok ? ok({ id, name, inactive: inactiveBindings(parsed.inactive) }) : added
    })
  }

  #ids(): string[] {
    return this.#store.list().map(({ id }) => id)
  }

  /** Every id with a place in the list; deleted ones keep theirs, for the case that they come back. */
  #order(): string[] {
    const { projectOrder } = this.#settings.current()
    return [...projectOrder, ...this.#ids().filter((id) => !projectOrder.includes(id))]
  }

  /** An id and a name that no project has, nor one that may be brought back. */
  #freeIdAndName(name: string): { readonly id: string; readonly name: string } {
    const { hiddenProjects } = this.#settings.current()
    const isTaken = new Set([...this.#ids(), ...hiddenProjects, ...this.#removed.ids()])
    let id = freeId(name, isTaken)
    // A broken file that has no project yet has its name all the same.
    while (this.#files.has(id)) id = freeId(name, isTaken.add(id))
    const names = this.#store.list().map((project) => project.name)
    return { id, name: freeName(name, names) }
  }

  async #addProject(project: Project): Promise<Result<{ id: string }>> {
    const written = await this.#files.write(project, projectText(project))
    if (!written.ok) return written
    await this.#store.read()
    return ok({ id: project.id })
  }

  async #overwrite(entry: ProjectEntry, project: Project): Promise<Result<SavedProject>> {
    const written = await this.#files.overwrite(entry, project)
    if (!written.ok) return written
    await this.#store.read()
    const now = this.#store.entry(project.id)
    if (now === undefined) return projectGone()
    const { revision, inactive } = openProjectView(now)
    return ok({ kind: 'saved', revision, inactive })
  }

  /** Out of the way, with the way back. */
  async #moveToTrash(entry: ProjectEntry, wasHidden: boolean): Promise<Result<{ undo: string }>> {
    const put = await this.#removed.putAway(entry, wasHidden)
    if (!put.ok) return put
    await this.#store.read()
    this.#store.rearranged()
    return put
  }

  async #showAgain(id: string, wasHidden: boolean): Promise<Result<{ id: string }>> {
    if (wasHidden) {
      const { hiddenProjects } = this.#settings.current()
      await this.#settings.change({ hiddenProjects: hiddenProjects.filter((one) => one !== id) })
    }
    await this.#store.read()
    this.#store.rearranged()
    return ok({ id })
  }
}

function openProjectView({ project, revision, origin, inactive }: ProjectEntry): OpenProject {
  return { project, revision, origin, inactive: inactiveBindings(inactive) }
}

const projectGone = (): Result<never> => failed(say('This project is no longer there.'))
