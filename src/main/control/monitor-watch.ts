import { inBackground } from '../../contract/boundary/faults.ts'
import type { Desktop } from '../../core/geometry/point.ts'

/** A monitor that is unplugged takes its part of the desktop with it; people notice a pointer that is gone within seconds. */
const EVERY_MS = 2000

/** Looks at the monitors now and then while that is worth it, and tells of changes. Returns what stops it. */
export function watchMonitors(parts: {
  readonly first: Desktop
  /** Undefined: nobody knows, and the last that was known holds. */
  readonly read: () => Promise<Desktop | undefined>
  readonly isWorthIt: () => boolean
  readonly onChange: (desktop: Desktop) => void
}): () => void {
  const { read, isWorthIt, onChange } = parts
  let known = JSON.stringify(parts.first)
  let isReading = false
  const readAndCompare = async (): Promise<void> => {
    const desktop = await read()
    const text = JSON.stringify(desktop)
    if (desktop === undefined || text === known) return
    known = text
    onChange(desktop)
  }
  const timer = setInterval(() => {
    if (isReading || !isWorthIt()) return
    isReading = true
    inBackground(
      'control',
      readAndCompare().finally(() => {
        isReading = false
      }),
    )
  }, EVERY_MS)
  return () => {
    clearInterval(timer)
  }
}
