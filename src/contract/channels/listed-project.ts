import type { Project } from '../../core/project/project.ts'
import type { ListedProject } from './app-state.ts'

/** A project as the window lists it, with what its gestures do. */
export function listedProject({ id, name, bindings }: Project): ListedProject {
  return {
    id,
    name,
    gestures: bindings.map(({ gesture, action }) => ({ gesture, action })),
  }
}
