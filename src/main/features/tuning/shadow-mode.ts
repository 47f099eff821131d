import { inBackground } from '../../../contract/boundary/faults.ts'
import type { MainEndpoint } from '../../../contract/boundary/endpoints.ts'
import type { Result } from '../../../contract/boundary/result.ts'
import type { PipelineOutput } from '../../../core/pipeline/pipeline.ts'
import type { ShadowBook } from './shadow-book.ts'

/** Shadow mode: everything runs, nothing is sent, and a ledger counts what would have fired. */
export interface ShadowMode {
  /** Call with all that comes out of the pipeline. */
  step(output: PipelineOutput, atMs: number): void
  /** Another project is in force: its counts are shown from now on. */
  publishView(): void
  close(): Promise<void>
}

interface ShadowParts {
  readonly end: MainEndpoint
  readonly book: ShadowBook
  /** It was switched on or off: what is sent changes. */
  readonly onSwitch: (isOn: boolean) => void
  /** The project in force has other thresholds now. */
  readonly onThresholds: () => void
}

const SHOW_EVERY_MS = 1000
/** A crash costs as much of the counting. */
const WRITE_EVERY_MS = 30_000

export function createShadowMode(parts: ShadowParts): ShadowMode {
  const { book } = parts
  let isOn = false
  const show = (): void => {
    parts.end.publish('shadow', book.view(isOn))
  }
  const timers: readonly NodeJS.Timeout[] = [
    setInterval(() => {
      if (isOn) show()
    }, SHOW_EVERY_MS),
    setInterval(() => {
      if (isOn) inBackground('tuning', book.write())
    }, WRITE_EVERY_MS),
  ]
  const showAndWrite = (): Promise<Result<Record<never, never>>> => {
    show()
    return book.write()
  }
  parts.end.handle('setShadow', ({ isOn: wanted }) => {
    if (wanted !== isOn) {
      isOn = wanted
      book.forgetOpenWatch()
      parts.onSwitch(isOn)
    }
    return showAndWrite()
  })
  handleBookRequests(parts, showAndWrite)
  show()
  parts.end.publish('thresholds', book.thresholds())
  return {
    step: ({ gestures, effects, mode }, atMs) => {
      if (isOn && mode !== 'paused') book.note({ atMs, gestures, effects })
    },
    publishView: show,
    close: async () => {
      for (const timer of timers) clearInterval(timer)
      if (isOn) await book.write()
    },
  }
}

function handleBookRequests(
  { end, book, onThresholds }: ShadowParts,
  written: () => Promise<Result<Record<never, never>>>,
): void {
  const publishThresholdsAndWrite = (): Promise<Result<Record<never, never>>> => {
    onThresholds()
    end.publish('thresholds', book.thresholds())
    return written()
  }
  end.handle('setShadowBudget', ({ perHour }) => {
    book.setBudget(perHour)
    return written()
  })
  end.handle('clearShadow', () => {
    book.clear()
    return written()
  })
  end.handle('acceptProposal', ({ gesture }) => {
    const refused = book.accept(gesture)
    return refused ?? publishThresholdsAndWrite()
  })
  end.handle('revokeProposal', ({ gesture }) => {
    book.revoke(gesture)
    return publishThresholdsAndWrite()
  })
}
