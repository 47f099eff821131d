import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { knownKeys } from '../../../src/main/system/output/input/key-names.ts'
import { publishedSchema } from '../../../src/contract/project-file/published-schema.ts'

const PUBLISHED = join(import.meta.dirname, '../../../resources/project.schema.json')

it('the published form of project files is the one that Beckon reads (node scripts/project-schema.ts)', () => {
  const published: unknown = JSON.parse(readFileSync(PUBLISHED, 'utf8'))
  expect(published).toEqual(publishedSchema([...knownKeys]))
})

it('it names the keys, and asks for nothing that has a default', () => {
  const text = JSON.stringify(publishedSchema(['a', 'f13']))
  expect(text).toContain('"enum":["a","f13"]')
  expect(JSON.parse(text).required).toEqual([
    ...['version', 'id', 'name', 'pointer', 'classifiers', 'bindings'],
  ])
})
