import type { Effect } from '../../../core/action/effect.ts'
import { restrictionOf } from '../../../core/action/restricted-action.ts'
import type { ProjectStore } from './project-store.ts'

/**
 * Whether the project in force may do this: asked once more on the way to the system, of the project as it is on disk and of
 * nothing that the pipeline was told.
 */
export const permissionFor =
  (projects: Pick<ProjectStore, 'get' | 'isAllowed'>, inForceId: () => string) =>
  (effect: Effect): boolean => {
    if (restrictionOf(effect) === undefined) return true
    const inForce = projects.get(inForceId())
    return inForce !== undefined && projects.isAllowed(inForce)
  }
