import { classifiers } from '../classifier/registry.ts'
import { bindingsInForce, type Project } from './project.ts'

/** Whether something is bound to what a whole body does: looking for bodies is not for free. */
export function needsBodies(project: Project): boolean {
  const ofBodies = classifiers
    .filter(({ id, of }) => of === 'body' && project.classifiers[id] !== undefined)
    .map(({ id }) => `${id}.`)
  const used = bindingsInForce(project).flatMap(({ gesture, companions }) => [
    gesture,
    ...companions.map((condition) => condition.gesture),
  ])
  return used.some((gesture) => ofBodies.some((prefix) => gesture.startsWith(prefix)))
}
