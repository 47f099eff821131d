import { shippedProject } from '../hand/stage.ts'

const trigger = { mode: 'hold', dwellMs: 0, repeatMs: 0 } as const
const desktop = shippedProject('desktop')

/** Presses and drags of two buttons, keys held together, a key that stays down by itself, and chords one after another. */
export const FAULT_PROJECT = {
  version: 1,
  id: 'faults',
  name: 'Faults',
  pointer: { ...desktop.pointer, dragDelayMs: 100 },
  classifiers: { pinch: desktop.classifiers['pinch'] ?? {}, pose: {} },
  bindings: [
    {
      gesture: 'pinch.index',
      hand: 'either',
      trigger,
      action: { kind: 'pointer.button', button: 'left' },
    },
    {
      gesture: 'pinch.middle',
      hand: 'either',
      trigger,
      action: { kind: 'pointer.button', button: 'right' },
    },
    {
      gesture: 'pinch.ring',
      hand: 'either',
      trigger,
      action: { kind: 'key.hold', keys: ['control', 'shift'] },
    },
    {
      gesture: 'pose.fist',
      hand: 'either',
      trigger: { ...trigger, mode: 'toggle' },
      action: { kind: 'key.hold', keys: ['alt'] },
    },
    {
      gesture: 'pose.victory',
      hand: 'either',
      trigger: { ...trigger, mode: 'repeat', repeatMs: 100 },
      action: { kind: 'key.chord', keys: ['control', 'alt', 'a'] },
    },
  ],
}
