import { ZOOM_KEYS, type InputOrder } from './input-commands.ts'

/**
 * Lets go of what an order may have left down whose process ended before it was done. Undefined where nothing is left, or where the
 * dispatcher knows of it and lets go of it in its time: what it pressed and holds.
 */
export function lettingGoOf(order: InputOrder): InputOrder | undefined {
  switch (order.kind) {
    case 'click':
      return { kind: 'release', button: order.button }
    case 'chord':
      return { kind: 'release-keys', keys: order.keys }
    case 'zoom':
      return { kind: 'release-keys', keys: [...ZOOM_KEYS] }
    case 'type':
      return { kind: 'release-keys', keys: ['LeftShift'] }
    case 'release':
    case 'release-keys':
      return order
    case 'move':
    case 'press':
    case 'press-keys':
    case 'scroll':
    case 'position':
      return undefined
  }
}
