import type { Effect } from '../../../../core/action/effect.ts'
import type { HeldSet } from './held.ts'
import type { Outcome, Sinks } from '../sinks/sink.ts'

/**
 * Sends one effect to its sink and keeps the account of what is held. Answers `nothing-to-do` where the account says
 * so: a release of what we do not hold (its press was capped, or all was released meanwhile) must not lift a button
 * that the user's own mouse holds.
 */
export function carryOut(effect: Effect, sinks: Sinks, held: HeldSet): Outcome | 'nothing-to-do' {
  switch (effect.kind) {
    case 'pointer.move':
      return sinks.pointer.move(effect.to)
    case 'pointer.press': {
      const wasHeld = held.holds(effect.button)
      held.press(effect.button)
      if (wasHeld) return 'nothing-to-do'
      return sinks.pointer.press(effect.button, effect.at)
    }
    case 'pointer.release':
      if (!held.holds(effect.button)) return 'nothing-to-do'
      return after(sinks.pointer.release(effect.button), () => held.letGo(effect.button))
    case 'pointer.click':
      // A click would let go of the same button that a drag holds.
      if (held.holds(effect.button)) return 'nothing-to-do'
      return sinks.pointer.click(effect.button, effect.count, effect.at)
    case 'pointer.scroll':
      if (effect.rightNotches === 0 && effect.downNotches === 0) return 'nothing-to-do'
      return sinks.pointer.scroll(effect.rightNotches, effect.downNotches)
    case 'pointer.zoom':
      // Control that is held already stays held.
      if (effect.inNotches === 0) return 'nothing-to-do'
      if (held.holdsKey('control')) return sinks.pointer.scroll(0, -effect.inNotches)
      return sinks.pointer.zoom(effect.inNotches)
    case 'key.press':
    case 'key.release':
    case 'key.chord':
      return carryOutKeys(effect, sinks, held)
    case 'key.text':
      return sinks.keyboard.type(effect.text)
    case 'volume.set':
      return sinks.volume.set(effect.levelRatio)
    case 'volume.step':
      return sinks.volume.step(effect.stepRatio)
    case 'volume.mute':
      return sinks.volume.mute(effect.muted)
    case 'media':
      return sinks.media.send(effect.command)
    case 'launch':
      return sinks.launcher.open(effect.target, effect.args)
    // The app itself does these; here they only keep their place in the order.
    case 'project.switch':
    case 'project.step':
    case 'spelling':
    case 'mode':
      return undefined
  }
}

function carryOutKeys(
  effect: Extract<Effect, { kind: 'key.press' | 'key.release' | 'key.chord' }>,
  sinks: Sinks,
  held: HeldSet,
): Outcome | 'nothing-to-do' {
  const isRelease = effect.kind === 'key.release'
  // A chord of ctrl+c while ctrl is held leaves ctrl held: only what is not held yet is pressed and let go.
  const keys = effect.keys.filter((key) => held.holdsKey(key) === isRelease)
  if (effect.kind === 'key.press') held.pressKeys(effect.keys)
  if (keys.length === 0) return 'nothing-to-do'
  if (effect.kind === 'key.chord') return sinks.keyboard.chord(keys)
  if (isRelease) return after(sinks.keyboard.release(keys), () => held.letGoKeys(keys))
  return sinks.keyboard.press(keys)
}

function after(outcome: Outcome, done: () => void): Outcome {
  if (outcome !== undefined) return outcome.then(done)
  done()
}
