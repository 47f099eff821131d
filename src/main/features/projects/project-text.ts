import { applyEdits, modify } from 'jsonc-parser'
import type { Project } from '../../../core/project/project.ts'

const FORMAT = { formattingOptions: { tabSize: 2, insertSpaces: true, eol: '\n' } } as const

/** A project as a file. */
export function projectText(project: Project): string {
  return `${JSON.stringify(project, null, 2)}\n`
}

/** The file's text with what has changed; comments and the rest of what people wrote by hand stay as they are. */
export function editedText(text: string, before: Project, after: Project): string {
  let edited = text
  const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)
  const old: Readonly<Record<string, unknown>> = { ...before }
  for (const [key, value] of Object.entries(after)) {
    if (!isSame(old[key], value)) edited = applyEdits(edited, modify(edited, [key], value, FORMAT))
  }
  return edited
}
