/**
 * Publishes the form of project files for text editors: `node scripts/project-schema.ts` writes
 * resources/project.schema.json from the schema that Beckon itself reads them with; `--check` says whether it is current.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { knownKeys } from '../src/main/system/output/input/key-names.ts'
import { publishedSchema } from '../src/contract/project-file/published-schema.ts'

const path = join(import.meta.dirname, '..', 'resources', 'project.schema.json')
const text = `${JSON.stringify(publishedSchema([...knownKeys]), null, 2)}\n`
if (!process.argv.includes('--check')) writeFileSync(path, text)
else if (readFileSync(path, 'utf8') !== text) {
  process.stderr.write(
    'resources/project.schema.json is not current: node scripts/project-schema.ts\n',
  )
  process.exitCode = 1
}
