import { MOST_IMPORT_BYTES } from '../../contract/project-channels.ts'
import type { Answer, Ask, Request } from '../../contract/channels.ts'
import type { Result } from '../../contract/result.ts'
import { projectsWords as words } from '../words/projects-words.ts'
import type { AppStore } from './app-store.svelte.ts'
import { saveFile } from './save-file.ts'

/** What was done last, in words, and what takes it back. */
interface News {
  readonly text: string
  readonly undo?: string
}

/** What can be done to projects as a whole. The list itself is the store's. */
export class ProjectList {
  news = $state.raw<News>()
  readonly #store: AppStore

  constructor(store: AppStore) {
    this.#store = store
  }

  /** The new project's id. */
  async create(): Promise<string | undefined> {
    const made = await this.#ask('createProject', { name: words.newName })
    return made.ok ? made.value.id : undefined
  }

  async duplicate(id: string): Promise<string | undefined> {
    const made = await this.#ask('duplicateProject', { id })
    return made.ok ? made.value.id : undefined
  }

  move(id: string, toIndex: number): void {
    void this.#ask('moveProject', { id, toIndex })
  }

  async remove(id: string, name: string): Promise<void> {
    const removed = await this.#ask('deleteProject', { id })
    if (removed.ok) this.news = { text: words.removed(name), undo: removed.value.undo }
  }

  async reset(id: string, name: string): Promise<void> {
    const reset = await this.#ask('resetProject', { id })
    if (reset.ok) this.news = { text: words.wasReset(name), undo: reset.value.undo }
  }

  async undo(): Promise<void> {
    const undo = this.news?.undo
    if (undo === undefined) return
    const undone = await this.#ask('undoProject', { undo })
    if (undone.ok) this.news = undefined
  }

  async export(id: string): Promise<void> {
    const exported = await this.#ask('exportProject', { id })
    if (exported.ok) saveFile(exported.value.fileName, exported.value.text, 'application/json')
  }

  async import(file: File): Promise<void> {
    if (file.size > MOST_IMPORT_BYTES) {
      this.news = { text: words.importFailed }
      return
    }
    const answer = await this.#ask('importProject', {
      fileName: file.name,
      text: await file.text(),
    })
    this.news = answer.ok
      ? { text: words.imported(answer.value.name, answer.value.inactive.length) }
      : { text: answer.problem.message }
  }

  #ask<Name extends Request>(name: Name, payload: Ask<Name>): Promise<Result<Answer<Name>>> {
    this.news = undefined
    return this.#store.ask(name, payload)
  }
}
