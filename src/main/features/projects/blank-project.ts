import { classifiers } from '../../../core/classifier/registry.ts'
import { PROJECT_VERSION } from '../../../contract/project-file/migrate-project.ts'

/** A project that points and knows every gesture, and binds none: what a new one begins as. For the schema to complete. */
export function blankProject(id: string, name: string): unknown {
  return {
    version: PROJECT_VERSION,
    id,
    name,
    // As in the shipped projects, where these were tuned.
    pointer: {
      enabled: true,
      hand: 'either',
      boxHeightPalms: 2.6,
      minCutoffHz: 2.5,
      beta: 4,
      dragDelayMs: 800,
      dragDistancePx: 40,
    },
    classifiers: Object.fromEntries(classifiers.map((entry) => [entry.id, {}])),
    bindings: [],
  }
}
