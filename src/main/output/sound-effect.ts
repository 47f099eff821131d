import type { Result } from '../../contract/result.ts'
import { failed, ok } from '../../contract/result.ts'
import { say } from '../../contract/say.ts'
import type { KeyName } from '../../core/action/action.ts'
import type { Effect } from '../../core/action/effect.ts'
import { clampToDesktop } from '../../core/geometry/desktop.ts'
import type { Desktop, ScreenPoint } from '../../core/geometry/point.ts'
import { knownKeys } from './key-names.ts'

/** More notches than a hand can mean at once. */
const MAX_NOTCHES = 50
const MAX_TEXT_LENGTH = 2000

/** The effect as it may reach the system: finite, inside the desktop, of known keys; or why it may not. */
export function soundEffect(effect: Effect, desktop: Desktop): Result<Effect> {
  switch (effect.kind) {
    case 'pointer.move':
      return withPoint(effect.to, desktop, (to) => ({ kind: 'pointer.move', to }))
    case 'pointer.press':
    case 'pointer.click':
      return withPoint(effect.at, desktop, (at) => ({ ...effect, at }))
    case 'pointer.scroll':
      return soundScroll(effect.rightNotches, effect.downNotches)
    case 'pointer.zoom':
      return Number.isFinite(effect.inNotches)
        ? ok({
            kind: 'pointer.zoom',
            inNotches: Math.round(clamp(effect.inNotches, -MAX_NOTCHES, MAX_NOTCHES)),
          })
        : failed(say('A zoom that is not a number was not done.'))
    case 'key.press':
    case 'key.release':
    case 'key.chord':
      return soundKeys(effect, effect.keys)
    case 'key.text':
      return effect.text.length <= MAX_TEXT_LENGTH
        ? ok(effect)
        : failed(
            say(
              'A text of {} characters was not typed; {} is the most.',
              effect.text.length,
              MAX_TEXT_LENGTH,
            ),
          )
    case 'volume.set':
      return Number.isFinite(effect.levelRatio)
        ? ok({ kind: 'volume.set', levelRatio: clamp(effect.levelRatio, 0, 1) })
        : failed(say('A volume that is not a number was not set.'))
    case 'volume.step':
      return Number.isFinite(effect.stepRatio)
        ? ok({ kind: 'volume.step', stepRatio: clamp(effect.stepRatio, -1, 1) })
        : failed(say('A volume step that is not a number was not taken.'))
    case 'pointer.release':
    case 'volume.mute':
    case 'media':
    case 'launch':
    case 'project.switch':
    case 'project.step':
    case 'spelling':
    case 'mode':
      return ok(effect)
  }
}

function withPoint(
  point: ScreenPoint,
  desktop: Desktop,
  build: (point: ScreenPoint) => Effect,
): Result<Effect> {
  if (!Number.isFinite(point.x) || !Number.isFinite(point.y)) {
    return failed(say('The pointer was not moved: its target is not a number.'))
  }
  const { x, y } = clampToDesktop(point, desktop)
  return ok(build({ x: Math.round(x), y: Math.round(y) }))
}

function soundScroll(right: number, down: number): Result<Effect> {
  if (!Number.isFinite(right) || !Number.isFinite(down)) {
    return failed(say('Nothing was scrolled: the distance is not a number.'))
  }
  const notches = (value: number): number => clamp(Math.trunc(value), -MAX_NOTCHES, MAX_NOTCHES)
  return ok({ kind: 'pointer.scroll', rightNotches: notches(right), downNotches: notches(down) })
}

function soundKeys(effect: Effect, keys: readonly KeyName[]): Result<Effect> {
  const unknown = keys.filter((key) => !knownKeys.has(key))
  if (unknown.length === 0) return ok(effect)
  return failed(say('There is no key called {}.', unknown.map((key) => `"${key}"`).join(', ')))
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), high)
}
