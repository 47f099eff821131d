import type { ForegroundProgram } from '../../../core/project/foreground-rule.ts'
import { watchLines } from '../../../node/watch-lines.ts'
import { activeWindowIn, NO_FACTS, withPropertyLine } from './xprop-lines.ts'

/** A window's facts come line by line, and a title changes while a page loads: they are told this long after the first. */
const SETTLE_MS = 40

/**
 * Tells which program is in front, as window managers announce it on the root window, and again when its title changes.
 * Nothing is polled: xprop waits for the X server's events. `onEnd` when it no longer can.
 */
export function watchX11(
  onFront: (program: ForegroundProgram | undefined) => void,
  onEnd: (reason: string) => void,
): () => void {
  let front: string | undefined
  let stopWindow = (): void => undefined
  const stopRoot = watchLines(
    'xprop',
    ['-root', '-spy', '_NET_ACTIVE_WINDOW'],
    (line) => {
      const id = activeWindowIn(line)
      if (id === front) return
      front = id
      stopWindow()
      stopWindow = id === undefined ? nothing : watchWindow(id, onFront)
      if (id === undefined) onFront(undefined)
    },
    (reason) => {
      stopWindow()
      onEnd(reason)
    },
  )
  return () => {
    stopRoot()
    stopWindow()
  }
}

function watchWindow(
  id: string,
  onFront: (program: ForegroundProgram | undefined) => void,
): () => void {
  let facts = NO_FACTS
  let timer: NodeJS.Timeout | undefined
  const stop = watchLines(
    'xprop',
    ['-id', id, '-spy', 'WM_CLASS', '_NET_WM_NAME', 'WM_NAME'],
    (line) => {
      facts = withPropertyLine(facts, line)
      timer ??= setTimeout(() => {
        timer = undefined
        onFront({ program: facts.program ?? '', title: facts.title ?? facts.plainTitle ?? '' })
      }, SETTLE_MS)
    },
    // The window was closed; the root window says what is in front then.
    nothing,
  )
  return () => {
    clearTimeout(timer)
    stop()
  }
}

const nothing = (): void => undefined
