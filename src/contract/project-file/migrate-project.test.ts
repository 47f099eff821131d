import { expect, it } from 'vitest'
import { migrated, type Migration } from './migrate-project.ts'

const CHAIN = new Map<number, Migration>([
  [1, ({ speed, ...rest }) => ({ ...rest, gain: speed })],
  [2, (content) => ({ ...content, isNew: true })],
])

it('takes a file through every version up to the one that is read', () => {
  expect(migrated({ version: 1, speed: 4 }, 3, CHAIN)).toEqual({
    ok: true,
    content: { version: 3, gain: 4, isNew: true },
  })
  expect(migrated({ version: 3, gain: 4 }, 3, CHAIN)).toEqual({
    ok: true,
    content: { version: 3, gain: 4 },
  })
})

it('refuses a newer version by name, and one that never was', () => {
  expect(migrated({ version: 4 }, 3, CHAIN)).toMatchObject({
    ok: false,
    message: 'this file is of version 4; this Beckon reads up to version 3, a newer one reads it',
  })
  expect(migrated({ version: 0 }, 3, CHAIN)).toMatchObject({ ok: false })
})

it.each([null, [], 'text', { version: '1' }, {}])('leaves %j to the schema', (content) => {
  expect(migrated(content, 3, CHAIN)).toEqual({ ok: true, content })
})
