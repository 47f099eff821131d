import type { Answer, Ask, Request } from '../../../contract/channels/channels.ts'
import { failed, type Problem, type Result } from '../../../contract/boundary/result.ts'
import { say } from '../../../contract/words/say.ts'
import type { VideoOptions } from '../../../contract/channels/video-channels.ts'
import { electronBridge } from '../../link/electron-transports.ts'
import { uploadFile } from './upload-file.ts'

export interface Arrival {
  readonly key: number
  readonly name: string
  /** 0..1 of its bytes. */
  readonly share: number
}

export interface RefusedVideo {
  readonly key: number
  readonly name: string
  readonly problem: Problem
}

type AskHost = <Name extends Request>(
  name: Name,
  payload: Ask<Name>,
) => Promise<Result<Answer<Name>>>

/** Videos on their way from a drop or a choice into the queue, one after another. It outlives the page that shows it. */
export class VideoIntake {
  arriving = $state.raw<readonly Arrival[]>([])
  refused = $state.raw<readonly RefusedVideo[]>([])
  jobOptions = $state.raw<VideoOptions>({
    ...{ model: 'full', people: 1, hands: false, film: true, everyNth: 1 },
  })
  readonly #request: AskHost
  #last: Promise<void> = Promise.resolve()
  #count = 0

  constructor(ask: AskHost) {
    this.#request = ask
  }

  add(files: Iterable<File>): void {
    for (const file of files) {
      const arrival = { key: this.#count++, name: file.name, share: 0 }
      this.arriving = [...this.arriving, arrival]
      this.#last = this.#last.then(() => this.#receiveFile(arrival, file))
    }
  }

  dismissArrival(key: number): void {
    this.refused = this.refused.filter((one) => one.key !== key)
  }

  async #receiveFile({ key, name }: Arrival, file: File): Promise<void> {
    const path = electronBridge()?.pathOf(file) ?? ''
    const { jobOptions } = this
    const taken =
      path === ''
        ? await this.#copy(key, file)
        : await this.#request('queueFile', { path, jobOptions })
    this.arriving = this.arriving.filter((one) => one.key !== key)
    if (!taken.ok) this.refused = [...this.refused, { key, name, problem: taken.problem }]
  }

  /** A browser tells nobody where a file lies, so it goes over as bytes. */
  async #copy(key: number, file: File): Promise<Result<unknown>> {
    const { name, size: sizeBytes } = file
    const { jobOptions } = this
    const offered = await this.#request('offerVideo', { name, sizeBytes })
    if (!offered.ok) return offered
    const { id, address } = offered.value
    const isWhole = await uploadFile(address, file, (share) => {
      this.arriving = this.arriving.map((one) => (one.key === key ? { ...one, share } : one))
    })
    return isWhole
      ? this.#request('queueOffered', { id, jobOptions })
      : failed(say('The file did not arrive whole. Try again.'))
  }
}
