/**
 * Writes docs/gestures.md anew from the code: `npm run docs`. `--check` says whether it is current.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gesturesPage } from './gesture-docs/gestures-page.ts'

const root = join(import.meta.dirname, '..')
const path = join(root, 'docs', 'gestures.md')
const page = gesturesPage(root)
if (!process.argv.includes('--check')) writeFileSync(path, page)
else if (readFileSync(path, 'utf8') !== page) {
  process.stderr.write('docs/gestures.md is not current: npm run docs\n')
  process.exitCode = 1
}
