import type { Answer } from '../../../contract/channels/channels.ts'
import type { AppStore } from '../../app/app-store.svelte.ts'
import { readLandmarks, type VideoLandmarks } from './read-landmarks.ts'

export interface OpenVideo {
  readonly id: string
  readonly name: string
  readonly addresses: Answer<'showVideo'>
  readonly figures: VideoLandmarks
}

/** The page's own part of the videos: which one is looked at. The list comes from the host. */
export class Videos {
  opened = $state.raw<OpenVideo>()
  openingId = $state<string>()
  /** It could not be read, though the host had it. */
  isBroken = $state(false)
  readonly #store: AppStore

  constructor(store: AppStore) {
    this.#store = store
  }

  async openResult(id: string, name: string): Promise<void> {
    this.close()
    this.openingId = id
    const shown = await this.#store.request('showVideo', { id })
    const addresses = shown.ok ? shown.value : undefined
    const figures = addresses && (await readLandmarks(addresses.figures).catch(() => undefined))
    // Another one may have been asked for meanwhile.
    if (this.openingId !== id) return
    this.openingId = undefined
    if (addresses && figures) this.opened = { id, name, addresses, figures }
    else this.isBroken = shown.ok
  }

  close(): void {
    this.opened = undefined
    this.openingId = undefined
    this.isBroken = false
  }

  async remove(id: string): Promise<void> {
    if (this.opened?.id === id || this.openingId === id) this.close()
    await this.#store.request('removeVideo', { id })
  }
}
