import type { Effect, EffectKind, EffectOf } from '../../../../core/action/effect.ts'
import { isOurs } from '../../../../core/action/effect-traits.ts'
import type { OwnEffectKind } from '../../../../core/action/effect-traits.ts'
import type { HeldSet } from './held.ts'
import type { Outcome } from '../sinks/sink.ts'
import type { Sinks } from '../sinks/sink-registry.ts'

type Executed = Outcome | 'nothing-to-do'
type SystemKind = Exclude<EffectKind, OwnEffectKind>

/**
 * Sends one effect to its sink and keeps the account of what is held. Answers `nothing-to-do` where the account says
 * so: a release of what we do not hold (its press was capped, or all was released meanwhile) must not lift a button
 * that the user's own mouse holds.
 */
export function executeEffect(effect: Effect, sinks: Sinks, held: HeldSet): Executed {
  // What the app does itself only keeps its place in the order.
  return isOurs(effect) ? undefined : execute(effect.kind, effect, sinks, held)
}

const execute = <Kind extends SystemKind>(
  kind: Kind,
  effect: EffectOf<Kind>,
  sinks: Sinks,
  held: HeldSet,
): Executed => EXECUTE[kind](effect, sinks, held)

const EXECUTE: {
  readonly [Kind in SystemKind]: (effect: EffectOf<Kind>, sinks: Sinks, held: HeldSet) => Executed
} = {
  'pointer.move': ({ to }, { pointer }) => pointer.move(to),
  'pointer.press': ({ button, at }, { pointer }, held) => {
    const wasHeld = held.holds(button)
    held.press(button)
    return wasHeld ? 'nothing-to-do' : pointer.press(button, at)
  },
  'pointer.release': ({ button }, { pointer }, held) =>
    held.holds(button)
      ? whenDone(pointer.release(button), () => held.letGo(button))
      : 'nothing-to-do',
  // A click would let go of the same button that a drag holds.
  'pointer.click': ({ button, count, at }, { pointer }, held) =>
    held.holds(button) ? 'nothing-to-do' : pointer.click(button, count, at),
  'pointer.scroll': ({ rightNotches, downNotches }, { pointer }) =>
    rightNotches === 0 && downNotches === 0
      ? 'nothing-to-do'
      : pointer.scroll(rightNotches, downNotches),
  'pointer.zoom': ({ inNotches }, { pointer }, held) => {
    if (inNotches === 0) return 'nothing-to-do'
    // Control that is held already stays held.
    return held.holdsKey('control') ? pointer.scroll(0, -inNotches) : pointer.zoom(inNotches)
  },
  'key.press': ({ keys }, { keyboard }, held) => {
    const others = keys.filter((key) => !held.holdsKey(key))
    held.pressKeys(keys)
    return others.length === 0 ? 'nothing-to-do' : keyboard.press(others)
  },
  'key.release': (effect, { keyboard }, held) => {
    const keys = effect.keys.filter((key) => held.holdsKey(key))
    return keys.length === 0
      ? 'nothing-to-do'
      : whenDone(keyboard.release(keys), () => held.letGoKeys(keys))
  },
  // A chord of ctrl+c while ctrl is held leaves ctrl held: only what is not held yet is pressed and let go.
  'key.chord': (effect, { keyboard }, held) => {
    const keys = effect.keys.filter((key) => !held.holdsKey(key))
    return keys.length === 0 ? 'nothing-to-do' : keyboard.chord(keys)
  },
  'key.text': ({ text }, { keyboard }) => keyboard.type(text),
  'volume.set': ({ levelRatio }, { volume }) => volume.set(levelRatio),
  'volume.step': ({ stepRatio }, { volume }) => volume.step(stepRatio),
  'volume.mute': ({ muted }, { volume }) => volume.mute(muted),
  media: ({ command }, { media }) => media.send(command),
  launch: ({ target, args }, { launcher }) => launcher.open(target, args),
}

function whenDone(outcome: Outcome, done: () => void): Outcome {
  if (outcome !== undefined) return outcome.then(done)
  done()
}
