import { beforeEach, expect, it } from 'vitest'
import type { HostCommand } from './host.ts'
import { createHotkeyClaims, type HotkeyClaims } from './hotkeys.ts'

let pressed: Map<string, () => void>
let told: HostCommand[]
let claims: HotkeyClaims

beforeEach(() => {
  pressed = new Map()
  told = []
  claims = createHotkeyClaims(
    {
      register: (keys, onPress) => {
        if (keys === 'Bogus') throw new Error('no accelerator')
        if (keys === 'Taken' || pressed.has(keys)) return false
        pressed.set(keys, onPress)
        return true
      },
      unregister: (keys) => void pressed.delete(keys),
    },
    (command) => told.push(command),
  )
})

it('keys pause and go through the projects', () => {
  expect(claims.claim({ pause: 'A', nextProject: 'B', previousProject: 'C' })).toEqual([])
  for (const keys of ['A', 'B', 'C']) pressed.get(keys)?.()
  expect(told).toEqual([
    { kind: 'toggle-pause' },
    { kind: 'step-project', step: 'next' },
    { kind: 'step-project', step: 'previous' },
  ])
})

it('others are let go of when they are changed, and empty ones are none', () => {
  claims.claim({ pause: 'A', nextProject: 'B', previousProject: '' })
  claims.claim({ pause: 'C', nextProject: '', previousProject: '' })
  expect([...pressed.keys()]).toEqual(['C'])
  claims.release()
  expect(pressed.size).toBe(0)
})

it('what is taken, double or no key at all is said by name, and the rest works', () => {
  const problems = claims.claim({ pause: 'Taken', nextProject: 'B', previousProject: 'B' })
  expect(problems.map(({ message }) => message)).toEqual([
    'The hotkey Taken for "pause" is taken by another program.',
    'B cannot mean "previous project" as well.',
  ])
  expect([...pressed.keys()]).toEqual(['B'])
  expect(claims.claim({ pause: 'Bogus', nextProject: '', previousProject: '' })).toMatchObject([
    { message: 'Bogus are no keys for "pause".' },
  ])
})
