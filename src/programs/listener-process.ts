/**
 * The listening process: hears that keys go down and where the mouse goes, whoever moves them. In a process of its own because
 * the library waits for ever where there is no display, and because what it hears is nothing that the app should hold.
 */
import { uIOhook, UiohookKey } from 'uiohook-napi'
import type { ListenerReport } from '../main/system/listening/listener-reports.ts'

/** Held while a hand clicks, they are no typing. */
const MODIFIERS: ReadonlySet<number> = new Set([
  UiohookKey.Ctrl,
  UiohookKey.CtrlRight,
  UiohookKey.Shift,
  UiohookKey.ShiftRight,
  UiohookKey.Alt,
  UiohookKey.AltRight,
  UiohookKey.Meta,
  UiohookKey.MetaRight,
])
/** Mice report up to a thousand times a second. */
const MOTION_EVERY_MS = 20

let toldMotionAtMs = -Infinity

uIOhook.on('keydown', ({ keycode }) => {
  if (!MODIFIERS.has(keycode)) reportToParent({ kind: 'key' })
})
uIOhook.on('mousemove', ({ x, y }) => {
  const nowMs = performance.now()
  if (nowMs - toldMotionAtMs < MOTION_EVERY_MS) return
  toldMotionAtMs = nowMs
  reportToParent({ kind: 'motion', x, y })
})

process.on('disconnect', () => {
  process.exit(0)
})

uIOhook.start()
reportToParent({ kind: 'ready' })

function reportToParent(message: ListenerReport): void {
  if (process.connected) process.send?.(message, undefined, undefined, () => undefined)
}
