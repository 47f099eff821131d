import type { ProjectOrigin } from '../../contract/channels/project-channels.ts'

export const projectsEnglish = {
  title: 'Projects',
  intro: 'What your hand does, for one kind of work each. One of them is in force.',
  create: 'New project',
  newName: 'My project',
  import: 'Import',
  importFailed: 'This file could not be read.',
  imported: (name: string, inactive: number) =>
    inactive === 0
      ? `“${name}” was imported.`
      : `“${name}” was imported; ${inactive} of its gestures are not known here and do nothing.`,
  inForce: 'In force',
  use: 'Use',
  edit: 'Edit',
  duplicate: 'Duplicate',
  export: 'Export',
  remove: 'Delete',
  reset: 'Reset',
  up: 'Move up',
  down: 'Move down',
  removed: (name: string) => `“${name}” was deleted.`,
  wasReset: (name: string) => `“${name}” is as it was shipped.`,
  moved: (name: string, place: number) => `“${name}” is at place ${place}.`,
  deleted: (count: number) => `Deleted: ${count}`,
  restore: 'Bring back',
  restored: (name: string) => `“${name}” is back.`,
  undo: 'Undo',
  redo: 'Redo',
  none: 'There is no project. Make one, or import one.',
  inactive: (count: number) =>
    count === 1 ? '1 gesture does nothing here' : `${count} gestures do nothing here`,
  origins: { shipped: '', changed: 'Changed by you', own: 'Yours' } satisfies Record<
    ProjectOrigin,
    string
  >,
  /** What a project from outside may not do yet. */
  withheld: {
    title: 'Off until you allow it',
    intro: 'This project came from outside, or was changed there. It would do this:',
    exactly: 'In full',
    allow: 'Allow this',
    leaveOff: 'Leave it off',
    leftOff: (count: number) =>
      count === 1 ? '1 part is left off' : `${count} parts are left off`,
    imported: (count: number) =>
      count === 1
        ? 'One thing it would do is off until you allow it.'
        : `${count} things it would do are off until you allow them.`,
    allowed: (name: string) => `“${name}” may do all of this now.`,
    'left-off': (name: string) => `“${name}” goes on without this.`,
    binding: 'Off until you allow it: see above.',
    rules: 'These rules are off until you allow them: see above.',
  },
  gestures: (count: number) => (count === 1 ? '1 gesture' : `${count} gestures`),
  more: 'More for',
} as const
