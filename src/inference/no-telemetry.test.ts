import { globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, it } from 'vitest'

/** The host that onnxruntime 1.29 and 1.30 report to, on their own, from every process that loads them. */
const REPORTS_TO = 'events.data.microsoft.com'

it('runs models by a library that has nobody to report to', () => {
  const library = dirname(dirname(new URL(import.meta.resolve('onnxruntime-node')).pathname))
  const files = globSync(join(library, 'bin', '**', '*.{so,so.*,dll,dylib,node}'))
  expect(files.length).toBeGreaterThan(0)
  const telling = files.filter((file) => readFileSync(file).includes(REPORTS_TO))
  expect(telling).toEqual([])
})
