import { createHash } from 'node:crypto'
import type { Project } from '../../../core/project/project.ts'
import { restrictedParts } from '../../../core/project/restricted-parts.ts'

const known = new WeakMap<Project, { readonly print: string | undefined }>()

/** Changes with everything that a project's restricted parts say and are bound to; undefined where it has none. */
export function fingerprintOf(project: Project): string | undefined {
  const before = known.get(project)
  if (before !== undefined) return before.print
  const parts = restrictedParts(project)
  const print =
    parts.length === 0
      ? undefined
      : createHash('sha256').update(JSON.stringify(parts, inOrder)).digest('hex')
  known.set(project, { print })
  return print
}

/** Where a binding stands among the others, and in which order its fields, changes nothing of what it does. */
function inOrder(key: string, value: unknown): unknown {
  if (key === 'index') return undefined
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  const fields = Object.entries(value).filter(([, field]) => field !== undefined)
  return Object.fromEntries(fields.toSorted(([a], [b]) => (a < b ? -1 : 1)))
}
