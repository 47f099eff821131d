import type { Answer } from '../../../contract/channels/channels.ts'
import type { AppStore } from '../../app/app-store.svelte.ts'
import { timelineOf, type Timeline } from './timeline.ts'

type Listed = Answer<'listRecordings'>

/** A recording that was played through, to be looked at. */
export interface OpenRecording {
  readonly name: string
  readonly durationMs: number
  readonly frames: number
  readonly isSame: boolean
  readonly decisions: Answer<'replayRecording'>['decisions']
  readonly timeline: Timeline
}

/** Recordings as the page shows them: made, listed, played through, deleted. */
export class Recordings {
  listed = $state.raw<Listed>()
  opened = $state.raw<OpenRecording>()
  isReplaying = $state(false)
  readonly #store: AppStore

  constructor(store: AppStore) {
    this.#store = store
  }

  async read(): Promise<void> {
    const answer = await this.#store.request('listRecordings', {})
    if (answer.ok) this.listed = answer.value
  }

  /** `withLetters`: the person was asked, and wants what is signed in it. */
  async start(withLetters: boolean): Promise<void> {
    await this.#store.request('startRecording', { withLetters })
  }

  async stop(): Promise<void> {
    const stopped = await this.#store.request('stopRecording', {})
    await this.read()
    if (stopped.ok) await this.open(stopped.value.name)
  }

  async open(name: string): Promise<void> {
    this.isReplaying = true
    const answer = await this.#store.request('replayRecording', { name })
    this.isReplaying = false
    if (!answer.ok) return
    const { durationMs, frames, isSame, decisions } = answer.value
    const timeline = timelineOf(decisions, durationMs)
    this.opened = { name, durationMs, frames, isSame, decisions, timeline }
  }

  async remove(name: string): Promise<void> {
    const removed = await this.#store.request('deleteRecording', { name })
    if (!removed.ok) return
    if (this.opened?.name === name) this.opened = undefined
    await this.read()
  }
}
