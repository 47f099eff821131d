import { restrictionOf, type Restriction } from '../action/restricted-action.ts'
import type { Binding, ForegroundRule, Project } from './project.ts'

/** What a project may do only where a person made it, or has allowed it. */
export type RestrictedPart =
  | {
      readonly kind: 'binding'
      readonly index: number
      readonly binding: Binding
      /** `macro`: one gesture types so much that it could type a command, key by key. */
      readonly why: Restriction | 'macro'
    }
  /** It would come into force by itself. */
  | { readonly kind: 'rule'; readonly rule: ForegroundRule }

/** A gesture with more of them does not mean a key any more. */
const MOST_TYPING_OF_GESTURE = 3
const TYPING: ReadonlySet<string> = new Set(['key.text', 'key.chord', 'key.hold'])

/** In the file's order: its bindings, then its rules. */
export function restrictedParts({ bindings, switching }: Project): readonly RestrictedPart[] {
  const typing = new Map<string, number>()
  for (const { gesture, action } of bindings) {
    if (TYPING.has(action.kind)) typing.set(gesture, (typing.get(gesture) ?? 0) + 1)
  }
  const isMacro = ({ gesture, action }: Binding): boolean =>
    TYPING.has(action.kind) && (typing.get(gesture) ?? 0) > MOST_TYPING_OF_GESTURE
  return [
    ...bindings.flatMap((binding, index): readonly RestrictedPart[] => {
      const why = restrictionOf(binding.action) ?? (isMacro(binding) ? 'macro' : undefined)
      return why === undefined ? [] : [{ kind: 'binding', index, binding, why }]
    }),
    ...switching.rules.map((rule) => ({ kind: 'rule' as const, rule })),
  ]
}

/** The project with its restricted parts off: rules are gone, bindings stay and say that they are withheld. */
export function withheldProject(project: Project): Project {
  const parts = restrictedParts(project)
  if (parts.length === 0) return project
  const off = new Set(parts.map((part) => (part.kind === 'binding' ? part.index : undefined)))
  return {
    ...project,
    bindings: project.bindings.map((binding, index) =>
      off.has(index) ? { ...binding, isWithheld: true } : binding,
    ),
    switching: { ...project.switching, rules: [] },
  }
}
