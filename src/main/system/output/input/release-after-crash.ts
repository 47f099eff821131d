import { ZOOM_KEYS, type InputCommand } from './input-commands.ts'

/**
 * Lets go of what an order may have left down whose process ended before it was done. Undefined where nothing is left, or where the
 * dispatcher knows of it and lets go of it in its time: what it pressed and holds.
 */
export function releaseOf(command: InputCommand): InputCommand | undefined {
  switch (command.kind) {
    case 'click':
      return { kind: 'release', button: command.button }
    case 'chord':
      return { kind: 'release-keys', keys: command.keys }
    case 'zoom':
      return { kind: 'release-keys', keys: [...ZOOM_KEYS] }
    case 'type':
      return { kind: 'release-keys', keys: ['LeftShift'] }
    case 'release':
    case 'release-keys':
      return command
    case 'move':
    case 'press':
    case 'press-keys':
    case 'scroll':
    case 'position':
      return undefined
  }
}
