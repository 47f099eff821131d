import type { Binding } from '../../../core/project/project.ts'

/** For each binding, the others that act on the same gesture of the same hand; most have none. By place in the list. */
export function bindingConflicts(
  bindings: readonly Binding[],
): ReadonlyMap<number, readonly number[]> {
  const byGesture = new Map<string, number[]>()
  for (const [index, { gesture }] of bindings.entries()) {
    byGesture.set(gesture, [...(byGesture.get(gesture) ?? []), index])
  }
  const conflicts = new Map<number, readonly number[]>()
  for (const group of byGesture.values()) {
    for (const index of group) {
      const others = group.filter(
        (other) => other !== index && haveSameConditions(bindings[index], bindings[other]),
      )
      if (others.length > 0) conflicts.set(index, others)
    }
  }
  return conflicts
}

function haveSameConditions(one: Binding | undefined, other: Binding | undefined): boolean {
  if (!one || !other || conditionsOf(one) !== conditionsOf(other)) return false
  return one.hand === other.hand || one.hand === 'either' || other.hand === 'either'
}

/** What else must be so for it to act, whatever that is: bindings that ask for different things do not meet. */
const conditionsOf = ({ companions }: Binding): string => JSON.stringify(companions)
