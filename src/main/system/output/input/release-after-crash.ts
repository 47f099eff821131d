import { ZOOM_KEYS, type InputCommand } from './input-commands.ts'

/**
 * Lets go of what an order may have left down whose process ended before it was done. Nothing where nothing is left, or where the
 * dispatcher knows of it and lets go of it in its time: what it pressed and holds. Each key by itself, the last one first, since one
 * that cannot be let go of must keep no other down.
 */
export function releaseOf(command: InputCommand): readonly InputCommand[] {
  switch (command.kind) {
    case 'click':
      return [{ kind: 'release', button: command.button }]
    case 'chord':
    case 'release-keys':
      return releasesOf(command.keys)
    case 'zoom':
      return releasesOf(ZOOM_KEYS)
    case 'type':
      return releasesOf(['LeftShift'])
    case 'release':
      return [command]
    case 'move':
    case 'press':
    case 'press-keys':
    case 'scroll':
    case 'position':
      return []
  }
}

const releasesOf = (keys: readonly string[]): readonly InputCommand[] =>
  keys.toReversed().map((key) => ({ kind: 'release-keys', keys: [key] }))
