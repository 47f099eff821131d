import type { Project } from '../../core/project/project.ts'
import type { ListedProject } from './app-state.ts'
import { actionWords } from '../words/act-words.ts'

/** A project as the window lists it, with what its gestures do in words. */
export function listedProject({ id, name, bindings }: Project): ListedProject {
  return {
    id,
    name,
    gestures: bindings.map(({ gesture, action }) => ({ gesture, does: actionWords(action) })),
  }
}
