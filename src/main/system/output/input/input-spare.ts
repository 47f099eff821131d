import type { Result } from '../../../../contract/boundary/result.ts'
import type { InputClient } from './input-client.ts'

/** Another input process, for when the one in use ends. */
export interface Spare {
  /** Has one started, if none stands by. */
  standBy(): void
  /** The one that stands by, for good; undefined when there is none. */
  takeReady(): Promise<InputClient | undefined>
}

export function createSpare(open: () => Promise<Result<InputClient>>): Spare {
  let standing: Promise<InputClient | undefined> | undefined
  return {
    standBy: () => {
      standing ??= open().then((opened) => {
        if (!opened.ok) {
          standing = undefined
          return undefined
        }
        opened.value.onLost(() => {
          standing = undefined
        })
        return opened.value
      })
    },
    takeReady: async () => {
      const taken = await standing
      standing = undefined
      return taken?.isAlive() ? taken : undefined
    },
  }
}
