import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** A file of the product, as the house is measured by it. */
export interface SourceFile {
  /** From the root, with forward slashes: `src/core/action/effect.ts`. */
  readonly path: string
  readonly text: string
}

/** Tests and benches beside their file are no part of the product, nor are types of what has none. */
const isProduct = (path: string): boolean => !/\.(test|bench|d)\.ts$/.test(path)

export function readSources(root: string): readonly SourceFile[] {
  return globSync('src/**/*.{ts,svelte}', { cwd: root })
    .map((path) => path.replaceAll('\\', '/'))
    .filter(isProduct)
    .toSorted()
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }))
}

/** As `wc -l` counts them. */
export const lineCount = ({ text }: SourceFile): number => text.split('\n').length - 1
