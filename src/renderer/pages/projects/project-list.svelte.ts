import { MOST_IMPORT_BYTES, type TrustAnswer } from '../../../contract/channels/project-channels.ts'
import type { Answer, Ask, Request } from '../../../contract/channels/channels.ts'
import type { Result } from '../../../contract/boundary/result.ts'
import { translate } from '../../../contract/words/translate.ts'
import { projectsWords as words } from '../../editing/projects-words.ts'
import type { ProjectSummary } from '../../../contract/channels/app-state.ts'
import type { AppStore } from '../../app/app-store.svelte.ts'
import { saveFile } from '../../ui/save-file.ts'

/** What was done last, in words, and what takes it back. */
interface News {
  readonly text: string
  readonly undo?: () => Promise<Result<unknown>>
}

/** What can be done to projects as a whole. The list itself is the store's. */
export class ProjectList {
  news = $state.raw<News>()
  /** What was deleted, today or earlier, and can still be had back. */
  deleted = $state.raw<readonly ProjectSummary[]>([])
  readonly #store: AppStore

  constructor(store: AppStore) {
    this.#store = store
  }

  /** The new project's id. */
  async create(): Promise<string | undefined> {
    const made = await this.#request('createProject', { name: words.newName })
    return made.ok ? made.value.id : undefined
  }

  async duplicate(id: string): Promise<string | undefined> {
    const made = await this.#request('duplicateProject', { id })
    return made.ok ? made.value.id : undefined
  }

  async move(id: string, name: string, fromIndex: number, toIndex: number): Promise<void> {
    const moved = await this.#request('moveProject', { id, toIndex })
    if (!moved.ok) return
    const undo = () => this.#request('moveProject', { id, toIndex: fromIndex })
    this.news = { text: words.moved(name, toIndex + 1), undo }
  }

  async remove(id: string, name: string): Promise<void> {
    const removed = await this.#request('deleteProject', { id })
    if (removed.ok) this.#notify(words.removed(name), removed.value.undo)
  }

  async reset(id: string, name: string): Promise<void> {
    const reset = await this.#request('resetProject', { id })
    if (reset.ok) this.#notify(words.wasReset(name), reset.value.undo)
  }

  async undo(): Promise<void> {
    await this.news?.undo?.()
  }

  /** Call when the list has changed, too. */
  async readDeleted(): Promise<void> {
    const answer = await this.#store.request('readDeletedProjects', {})
    if (answer.ok) this.deleted = answer.value.projects
  }

  async restore({ id, name }: ProjectSummary): Promise<void> {
    const restored = await this.#request('restoreProject', { id })
    if (restored.ok) this.news = { text: words.restored(name) }
  }

  answered(name: string, answer: TrustAnswer): void {
    this.news = { text: words.withheld[answer](name) }
  }

  async export(id: string): Promise<void> {
    const exported = await this.#request('exportProject', { id })
    if (exported.ok) saveFile(exported.value.fileName, exported.value.text, 'application/json')
  }

  async import(file: File): Promise<void> {
    if (file.size > MOST_IMPORT_BYTES) {
      this.news = { text: words.importFailed }
      return
    }
    const answer = await this.#request('importProject', {
      fileName: file.name,
      text: await file.text(),
    })
    if (!answer.ok) {
      this.news = { text: translate(answer.problem.message) }
      return
    }
    const { name, inactive, withheldCount } = answer.value
    const off = withheldCount === 0 ? '' : ` ${words.withheld.imported(withheldCount)}`
    this.news = { text: words.imported(name, inactive.length) + off }
  }

  #notify(text: string, undo: string): void {
    this.news = { text, undo: () => this.#request('undoProject', { undo }) }
  }

  #request<Name extends Request>(name: Name, payload: Ask<Name>): Promise<Result<Answer<Name>>> {
    this.news = undefined
    return this.#store.request(name, payload)
  }
}
