import { USUAL_POINTER } from '../../core/action/pointer-settings.ts'
import { classifiers } from '../../core/classifier/registry.ts'
import { PROJECT_VERSION } from './migrate-project.ts'

/** A project that points and knows every gesture, and binds none: what a new one begins as. For the schema to complete. */
export function blankProject(id: string, name: string): unknown {
  return {
    version: PROJECT_VERSION,
    id,
    name,
    pointer: USUAL_POINTER,
    classifiers: Object.fromEntries(classifiers.map((entry) => [entry.id, {}])),
    bindings: [],
  }
}
