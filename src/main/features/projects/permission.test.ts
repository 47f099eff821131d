import { expect, it } from 'vitest'
import type { Effect } from '../../../core/action/effect.ts'
import type { Project } from '../../../core/project/project.ts'
import { permissionFor } from './permission.ts'

const LAUNCH: Effect = { kind: 'launch', target: '/bin/sh', args: [] }

it('what a project in force does beyond plain keys is up to whether it is allowed', () => {
  const stranger = { id: 'stranger' } as Project
  let isAllowed = false
  let id = 'stranger'
  const permits = permissionFor(
    {
      get: (asked) => (asked === stranger.id ? stranger : undefined),
      isAllowed: () => isAllowed,
    },
    () => id,
  )
  expect(permits(LAUNCH)).toBe(false)
  expect(permits({ kind: 'key.text', text: 'ls\n' })).toBe(false)
  expect(permits({ kind: 'key.press', keys: ['enter'] })).toBe(false)
  expect(permits({ kind: 'key.release', keys: ['enter'] })).toBe(true)
  expect(permits({ kind: 'key.text', text: 'ls' })).toBe(true)
  isAllowed = true
  expect(permits(LAUNCH)).toBe(true)
  id = 'gone'
  expect(permits(LAUNCH)).toBe(false)
})
