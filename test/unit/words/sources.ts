import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const ROOT = join(import.meta.dirname, '../../..')

export interface SourceFile {
  readonly path: string
  readonly source: string
}

/** The product's own files, tests left out. */
export const filesOf = (pattern: string): readonly SourceFile[] =>
  globSync(pattern, { cwd: ROOT })
    .filter((path) => !path.includes('.test.') && !path.includes('/testing/'))
    .map((path) => ({ path, source: readFileSync(join(ROOT, path), 'utf8') }))

/** The code of a file, its lines where they were: of a component what stands in its script. */
export function codeOf({ path, source }: SourceFile): string {
  if (!path.endsWith('.svelte')) return source
  const [before = '', script = ''] =
    /^([^]*?<script[^>]*>)([^]*?)<\/script>/.exec(source)?.slice(1) ?? []
  return before.replaceAll(/[^\n]/g, '') + script
}
