import { inBackground } from '../../contract/boundary/faults.ts'
import type {
  InactiveBinding,
  OpenProject,
  ProjectOrigin,
} from '../../contract/channels/project-channels.ts'
import type { Project } from '../../core/project/project.ts'
import type { Sentence } from '../../core/sentence/sentence.ts'
import type { AppStore } from '../app/app-store.svelte.ts'

type Status =
  | { readonly kind: 'loading' | 'saved' | 'saving' }
  | { readonly kind: 'gone' | 'failed'; readonly message: Sentence }
  /** Not a project as it stands: nothing was written. */
  | {
      readonly kind: 'refused'
      readonly problems: readonly { readonly path: string; readonly message: Sentence }[]
    }
  /** Somebody else changed it meanwhile. */
  | { readonly kind: 'conflict'; readonly theirs: OpenProject }

/** Changes of the same thing in so short a time are one step to undo: a slider that is drawn along. */
const MERGE_MS = 1000
const MOST_STEPS = 200

/** One project as it is edited: every change is kept at once, and every change can be undone. */
export class ProjectEditor {
  draft = $state.raw<Project>()
  origin = $state.raw<ProjectOrigin>('own')
  inactive = $state.raw<readonly InactiveBinding[]>([])
  status = $state.raw<Status>({ kind: 'loading' })
  past = $state.raw<readonly Project[]>([])
  future = $state.raw<readonly Project[]>([])

  readonly #store: AppStore
  readonly #nowMs: () => number
  #revision = ''
  #savedProject: Project | undefined
  #isSaving = false
  /** Counts what was opened: an answer about the one before says nothing of this one. */
  #opened = 0
  #last = { about: '', atMs: -Infinity }

  /** Call while a component is made: it follows the list of projects for as long as that lives. */
  constructor(store: AppStore, nowMs: () => number = () => performance.now()) {
    this.#store = store
    this.#nowMs = nowMs
    $effect(() => {
      const onDisk = store.projects.find(({ id }) => id === this.draft?.id)
      if (onDisk?.revision !== undefined) inBackground('window', this.#follow(onDisk.revision))
    })
  }

  async open(id: string): Promise<void> {
    const mine = (this.#opened += 1)
    this.#isSaving = false
    this.status = { kind: 'loading' }
    const answer = await this.#store.request('readProject', { id })
    if (mine !== this.#opened) return
    if (answer.ok) this.#useOpened(answer.value)
    else this.status = { kind: 'gone', message: answer.problem.message }
  }

  /** `about` names what is changed: repeated changes of one thing are undone together. */
  change(about: string, next: Project): void {
    if (!this.draft) return
    const nowMs = this.#nowMs()
    const isSameStep = about === this.#last.about && nowMs - this.#last.atMs < MERGE_MS
    if (!isSameStep) this.past = [...this.past, this.draft].slice(-MOST_STEPS)
    this.#last = { about, atMs: nowMs }
    this.future = []
    this.#showProject(next)
  }

  undo(): void {
    const before = this.past.at(-1)
    if (!before || !this.draft) return
    this.past = this.past.slice(0, -1)
    this.future = [this.draft, ...this.future]
    this.#last = { about: '', atMs: -Infinity }
    this.#showProject(before)
  }

  redo(): void {
    const [next, ...rest] = this.future
    if (!next || !this.draft) return
    this.future = rest
    this.past = [...this.past, this.draft]
    this.#showProject(next)
  }

  /** After a conflict: go on from what the other one made. Ours can be had back by undoing. */
  takeTheirs(): void {
    if (this.status.kind !== 'conflict') return
    const { theirs } = this.status
    if (this.draft) this.past = [...this.past, this.draft]
    this.#useOpened(theirs, this.past)
  }

  /** After a conflict: ours stands in its place. Theirs can be had back by undoing. */
  keepOurs(): void {
    if (this.status.kind !== 'conflict') return
    const { theirs } = this.status
    this.#revision = theirs.revision
    this.past = [...this.past, theirs.project]
    inBackground('window', this.#save())
  }

  /**
   * This is on disk now. What somebody changed elsewhere is shown at once, and can be undone, unless something of ours is not
   * kept yet: then saving it finds the conflict.
   */
  async #follow(revision: string): Promise<void> {
    const { draft } = this
    const isKept = draft !== undefined && draft === this.#savedProject && !this.#isSaving
    if (!isKept || revision === this.#revision) return
    const mine = this.#opened
    const answer = await this.#store.request('readProject', { id: draft.id })
    const isStill = mine === this.#opened && this.draft === draft && !this.#isSaving
    if (!answer.ok || !isStill || answer.value.revision === this.#revision) return
    this.#useOpened(answer.value, [...this.past, draft])
  }

  #useOpened(opened: OpenProject, past: readonly Project[] = []): void {
    this.draft = opened.project
    this.#savedProject = opened.project
    this.#revision = opened.revision
    this.origin = opened.origin
    this.inactive = opened.inactive
    this.past = past
    this.future = []
    this.status = { kind: 'saved' }
  }

  #showProject(next: Project): void {
    this.draft = next
    inBackground('window', this.#save())
  }

  /** One at a time; what was changed meanwhile goes with the next. */
  async #save(): Promise<void> {
    if (this.#isSaving || !this.draft) return
    this.#isSaving = true
    this.status = { kind: 'saving' }
    const project = this.draft
    const mine = this.#opened
    const answer = await this.#store.request('saveProject', { project, revision: this.#revision })
    if (mine !== this.#opened) return
    this.#isSaving = false
    if (!answer.ok) {
      this.status = { kind: 'failed', message: answer.problem.message }
      return
    }
    const saved = answer.value
    if (saved.kind === 'conflict') {
      this.status = { kind: 'conflict', theirs: saved.now }
      return
    }
    if (saved.kind === 'saved') {
      this.#savedProject = project
      this.#revision = saved.revision
      this.inactive = saved.inactive
      this.status = { kind: 'saved' }
    } else {
      const problems = saved.problems.map(({ path, message }) => ({
        path: path.join('.'),
        message,
      }))
      this.status = { kind: 'refused', problems }
    }
    const isOutdated = this.draft !== project && this.draft !== this.#savedProject
    if (isOutdated) await this.#save()
  }
}
