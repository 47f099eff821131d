import { expect, test } from 'vitest'
import type { Problem } from '../../contract/boundary/result.ts'
import { inEnglish } from '../../core/sentence/sentence.ts'
import { startOptions } from './start-options.ts'

const problems: string[] = []
const terminal = {
  problem: ({ message }: Problem) => problems.push(inEnglish(message)),
}

test('a command line that can be read is run', () => {
  expect(startOptions(['--dry-run'], terminal)).toMatchObject({
    kind: 'run',
    options: { isDryRun: true },
  })
})

test('one that cannot be read is told of, and ends with the code that shells expect', () => {
  expect(startOptions(['--no-such-thing'], terminal)).toEqual({ kind: 'exit', code: 2 })
  expect(problems).toEqual([expect.stringContaining('--no-such-thing')])
})
